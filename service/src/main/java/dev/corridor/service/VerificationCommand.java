package dev.corridor.service;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.organization.DecideVerification;
import dev.corridor.application.organization.DecideVerificationService;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.VerificationStatus;
import dev.corridor.persistence.registry.PostgresRegistry;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Decides the verification of an organization, by the evidence that the operator has. */
final class VerificationCommand implements Command {

    private static final String LETTER_SIGNED = "letter-signed";

    @Override
    public String name() {
        return "verification";
    }

    @Override
    public List<String> parameters() {
        return List.of("ORGANIZATION", "STATUS", Evidence.OPTION, "TEXT", "[" + LETTER_SIGNED + "]");
    }

    @Override
    public boolean takes(int arguments) {
        return arguments == 4 || arguments == 5;
    }

    @Override
    public String summary() {
        return "decides a verification, and whether the letter that authorizes the creator is signed: " + statuses();
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var id = MisuseException.parse(
                arguments.getFirst(), OrganizationId::parse, "an organization's id is org_ and 32 lower-case hex digits");
        var status = MisuseException.parse(arguments.get(1), VerificationStatus::valueOf, "a status is one of " + statuses());
        boolean letterSigned = arguments.size() == 5;
        if (letterSigned && !arguments.getLast().equals(LETTER_SIGNED)) {
            throw new MisuseException("the last word is " + LETTER_SIGNED + ", or left out");
        }
        var evidence = Evidence.of(arguments.subList(2, 4));
        return run(settings, new DecideVerification.Command(id, status, letterSigned, evidence, false, Origin.CONSOLE), output);
    }

    private static ExitCode run(Settings settings, DecideVerification.Command command, PrintStream output) {
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var decided = new DecideVerificationService(
                    new PostgresRegistry(database.owner()), new AuditLog(ClockAndIds.ids()), ClockAndIds.clock())
                    .decide(command);
            output.println("organization " + decided.id());
            output.println("verification " + decided.verification());
            output.println("status       " + decided.status());
            return ExitCode.DONE;
        }
    }

    private static String statuses() {
        return Arrays.stream(VerificationStatus.values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
