package dev.corridor.service;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.EndOperatorToken;
import dev.corridor.application.operator.EndOperatorTokenService;
import dev.corridor.application.operator.InviteOperator;
import dev.corridor.application.operator.InviteOperatorService;
import dev.corridor.application.operator.IssueOperatorToken;
import dev.corridor.application.operator.IssueOperatorTokenService;
import dev.corridor.application.operator.ListOperatorTokensService;
import dev.corridor.application.operator.ListOperatorsService;
import dev.corridor.application.operator.SwitchOperator;
import dev.corridor.application.operator.SwitchOperatorService;
import dev.corridor.application.operator.port.Operators;
import dev.corridor.crypto.Argon2Expense;
import dev.corridor.crypto.Argon2Hashes;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.operator.OperatorLogin;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.operator.SecondFactor.Enrolled;
import dev.corridor.domain.operator.SecondFactor.Invited;
import dev.corridor.domain.operator.TokenName;
import dev.corridor.persistence.access.MasterKey;
import dev.corridor.persistence.operator.PostgresOperators;
import dev.corridor.persistence.operator.TinkOperatorSecrets;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.sandbox.SandboxMasterKey;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Lists who operators are, or changes it, and what their programs may use. Running services react at once. */
final class OperatorCommand implements Command {

    private static final String ADD = "add";
    private static final String RESET = "reset";
    private static final String DISABLE = "disable";
    private static final String ENABLE = "enable";
    private static final String TOKEN = "token";
    private static final String END_TOKEN = "end-token";
    private static final String DAYS = "[1-9][0-9]{0,2}";

    @Override
    public String name() {
        return "operator";
    }

    @Override
    public List<String> parameters() {
        return List.of("[" + String.join("|", ADD, RESET, DISABLE, ENABLE, TOKEN, END_TOKEN), "NAME", "[TOKEN", "[DAYS]]]");
    }

    @Override
    public boolean takes(int arguments) {
        return arguments != 1 && arguments <= 4;
    }

    @Override
    public String summary() {
        return "lists the operators, adds one, takes password and second factor from one, disables or enables one, makes or ends a program's token";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        if (arguments.isEmpty()) {
            return withOperators(settings, operators -> list(operators, output));
        }
        var name = MisuseException.parse(
                arguments.get(1), OperatorName::new, "a name is 2 to 32 lower-case letters, digits, dots and hyphens, and begins with a letter");
        return switch (arguments.getFirst() + " " + arguments.size()) {
            case ADD + " 2" -> invite(settings, name, false, output);
            case RESET + " 2" -> invite(settings, name, true, output);
            case DISABLE + " 2" -> switchTo(settings, name, false, output);
            case ENABLE + " 2" -> switchTo(settings, name, true, output);
            case TOKEN + " 4" -> issue(settings, name, tokenName(arguments), lifetime(arguments.getLast()), output);
            case END_TOKEN + " 3" -> end(settings, name, tokenName(arguments), output);
            default -> throw new MisuseException("say add, reset, disable or enable NAME, token NAME TOKEN DAYS, or end-token NAME TOKEN");
        };
    }

    private static TokenName tokenName(List<String> arguments) {
        return MisuseException.parse(
                arguments.get(2), TokenName::new, "a token's name is 2 to 32 lower-case letters, digits, dots and hyphens, and begins with a letter");
    }

    private static Duration lifetime(String days) {
        if (!days.matches(DAYS) || Duration.ofDays(Integer.parseInt(days)).compareTo(OperatorSession.LONGEST) > 0) {
            throw new MisuseException("a token lives for 1 to " + OperatorSession.LONGEST.toDays() + " days");
        }
        return Duration.ofDays(Integer.parseInt(days));
    }

    private static void list(Operators operators, PrintStream output) {
        new ListOperatorsService(operators).list().forEach(login -> output.println(line(login)));
        new ListOperatorTokensService(operators).list()
                .forEach(token -> output.println(
                        token.operator() + "  token " + token.program().orElseThrow() + " until " + token.expiresAt()));
    }

    private static ExitCode issue(Settings settings, OperatorName name, TokenName token, Duration lifetime, PrintStream output) {
        return withOperators(settings, operators -> {
            var secrets = new TinkOperatorSecrets(masterKey(settings), ClockAndIds::bytes);
            var issued = new IssueOperatorTokenService(operators, secrets, new AuditLog(ClockAndIds.ids()), ClockAndIds.clock())
                    .issue(new IssueOperatorToken.Command(new Operator(), name, token, lifetime, Origin.CONSOLE));
            output.println("operator   " + name);
            output.println("token      " + issued.token().value());
            output.println("good until " + issued.session().expiresAt());
        });
    }

    private static ExitCode end(Settings settings, OperatorName name, TokenName token, PrintStream output) {
        return withOperators(settings, operators -> {
            new EndOperatorTokenService(operators, new AuditLog(ClockAndIds.ids()), ClockAndIds.clock())
                    .end(new EndOperatorToken.Command(new Operator(), name, token, Origin.CONSOLE));
            output.println("ended the token " + token + " of " + name);
        });
    }

    private static MasterKey masterKey(Settings settings) {
        return settings.masterKey().orElseGet(() -> SandboxMasterKey.in(settings.dataDirectory(), ClockAndIds::bytes));
    }

    private static ExitCode withOperators(Settings settings, Consumer<Operators> act) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            act.accept(new PostgresOperators(database.owner()));
            return ExitCode.DONE;
        }
    }

    private static ExitCode invite(Settings settings, OperatorName name, boolean again, PrintStream output) {
        return withOperators(settings, operators -> {
            try (var hashes = new Argon2Hashes(Argon2Expense.STANDARD)) {
                var secrets = new TinkOperatorSecrets(masterKey(settings), ClockAndIds::bytes);
                var invitation = new InviteOperatorService(operators, hashes, secrets, new AuditLog(ClockAndIds.ids()), ClockAndIds.clock())
                        .invite(new InviteOperator.Command(new Operator(), name, again, Origin.CONSOLE));
                output.println("operator       " + invitation.name());
                output.println("first password " + invitation.first().value());
                output.println("good until     " + invitation.until());
                output.println("log in at      /portal/operator and enrol a device there");
            }
        });
    }

    private static ExitCode switchTo(Settings settings, OperatorName name, boolean enabled, PrintStream output) {
        return withOperators(settings, operators -> output.println(line(
                new SwitchOperatorService(operators, new AuditLog(ClockAndIds.ids()), ClockAndIds.clock())
                        .switchTo(new SwitchOperator.Command(new Operator(), name, enabled, Origin.CONSOLE)))));
    }

    private static String line(OperatorLogin login) {
        var factor = switch (login.factor()) {
            case Invited invited -> "invited until " + invited.until();
            case Enrolled enrolled -> "enrolled";
        };
        var lock = login.lockout().lockedUntil().map(until -> ", locked until " + until).orElse("");
        return login.name() + "  " + (login.isDisabled() ? "disabled, " : "") + factor + lock;
    }
}
