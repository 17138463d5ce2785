package dev.corridor.service;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.InviteOperator;
import dev.corridor.application.operator.InviteOperatorService;
import dev.corridor.application.operator.ListOperatorsService;
import dev.corridor.application.operator.SwitchOperator;
import dev.corridor.application.operator.SwitchOperatorService;
import dev.corridor.application.operator.port.Operators;
import dev.corridor.crypto.Argon2Hashes;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.operator.OperatorLogin;
import dev.corridor.domain.operator.SecondFactor.Enrolled;
import dev.corridor.domain.operator.SecondFactor.Invited;
import dev.corridor.persistence.operator.PostgresOperators;
import dev.corridor.persistence.operator.TinkOperatorSecrets;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.sandbox.SandboxMasterKey;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;

/** Lists who may log in to the operators' pages, or changes it. Running services react at once. */
final class OperatorCommand implements Command {

    private static final String ADD = "add";
    private static final String RESET = "reset";
    private static final String DISABLE = "disable";
    private static final String ENABLE = "enable";

    @Override
    public String name() {
        return "operator";
    }

    @Override
    public List<String> parameters() {
        return List.of("[" + String.join("|", ADD, RESET, DISABLE, ENABLE), "NAME]");
    }

    @Override
    public boolean takes(int arguments) {
        return arguments == 0 || arguments == 2;
    }

    @Override
    public String summary() {
        return "lists the operators who log in, adds one, takes password and second factor from one, disables or enables one";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        if (arguments.isEmpty()) {
            return withOperators(settings, operators -> new ListOperatorsService(operators).list().forEach(login -> output.println(line(login))));
        }
        var name = MisuseException.parse(
                arguments.getLast(), OperatorName::new, "a name is 2 to 32 lower-case letters, digits, dots and hyphens, and begins with a letter");
        return switch (arguments.getFirst()) {
            case ADD -> invite(settings, name, false, output);
            case RESET -> invite(settings, name, true, output);
            case DISABLE -> switchTo(settings, name, false, output);
            case ENABLE -> switchTo(settings, name, true, output);
            default -> throw new MisuseException("say add, reset, disable or enable");
        };
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
            try (var hashes = new Argon2Hashes()) {
                var masterKey = settings.masterKey().orElseGet(() -> SandboxMasterKey.in(settings.dataDirectory(), ClockAndIds::bytes));
                var secrets = new TinkOperatorSecrets(masterKey, ClockAndIds::bytes);
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
