package dev.corridor.service;

import dev.corridor.persistence.operator.SealedSecrets;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import java.io.PrintStream;
import java.util.List;

/** Seals with the first master key what a former one has sealed, so that the former one can be removed. */
final class SealSecretsCommand implements Command {

    @Override
    public String name() {
        return "seal-secrets";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public String summary() {
        return "seals secrets with the first master key that a former one has sealed";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var masterKey = settings.masterKey()
                .orElseThrow(() -> new MisuseException("set CORRIDOR_MASTER_KEY to the new key, a comma, and the old one"));
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            return seal(new SealedSecrets(database.owner(), masterKey), output);
        }
    }

    private static ExitCode seal(SealedSecrets secrets, PrintStream output) {
        int sealed = secrets.sealAgain();
        var found = secrets.count();
        output.println("sealed " + sealed + " secrets anew; of " + found.all() + ", " + found.current() + " are sealed with the first master key, "
                + found.former() + " with a former one, " + found.unreadable() + " with neither");
        if (found.former() == 0 && found.unreadable() == 0) {
            output.println("the former master key is of no more use");
            return ExitCode.DONE;
        }
        return ExitCode.FAILED;
    }
}
