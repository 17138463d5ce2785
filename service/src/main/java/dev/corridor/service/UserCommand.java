package dev.corridor.service;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.Act;
import dev.corridor.application.operator.UserAct;
import dev.corridor.application.user.OperateUser;
import dev.corridor.application.user.OperateUserService;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.persistence.user.PostgresUsers;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.util.List;

/** Unlocks a user, or ends all of their sessions. Running services react within a second. */
final class UserCommand implements Command {

    @Override
    public String name() {
        return "user";
    }

    @Override
    public List<String> parameters() {
        return List.of("EMAIL", "CHANGE");
    }

    @Override
    public String summary() {
        return "changes a user who logs in: " + Act.words(UserAct.class);
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var act = Act.find(UserAct.class, arguments.getLast())
                .orElseThrow(() -> new MisuseException("a change is one of " + Act.words(UserAct.class)));
        var email = MisuseException.parse(arguments.getFirst(), EmailAddress::of, "an e-mail address has something before and behind its @");
        return run(settings, act.command(new Operator(), email, Origin.CONSOLE), output);
    }

    private static ExitCode run(Settings settings, OperateUser.Command command, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var operateUser = new OperateUserService(
                    new PostgresUsers(database.owner()), new AuditLog(ClockAndIds.ids()), ClockAndIds.clock());
            var operated = operateUser.operate(command);
            output.println(operated.map(user -> "done for " + user.id() + " of " + user.organization()).orElse("no user has this e-mail address"));
            return operated.isPresent() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
