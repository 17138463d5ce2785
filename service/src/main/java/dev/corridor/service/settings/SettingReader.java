package dev.corridor.service.settings;

import dev.corridor.http.edge.wire.EditDistance;
import dev.corridor.domain.organization.Environment;
import dev.corridor.service.rails.Rails;
import dev.corridor.service.rails.RailsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads variables one by one and collects their problems, so that the operator sees all at once. */
final class SettingReader {

    private static final String PREFIX = "CORRIDOR_";

    /** Behind the name of a secret: the file that holds it. */
    private static final String FILE = "_FILE";

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    SettingReader(Map<String, String> variables) {
        this.variables = new HashMap<>(variables);
        Arrays.stream(Setting.values()).filter(Setting::isSecret).forEach(this::readFile);
        refuseUnknown();
    }

    private void readFile(Setting secret) {
        var file = variables.remove(secret.name() + FILE);
        if (file == null || file.isBlank()) {
            return;
        }
        if (isSet(secret)) {
            problems.add(secret + " and " + secret + FILE + " are both set; one is enough");
            return;
        }
        try {
            variables.put(secret.name(), Files.readString(Path.of(file.strip())));
        } catch (IOException | InvalidPathException e) {
            problems.add(secret + FILE + ": the file " + file.strip() + " cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    boolean isSet(Setting setting) {
        return !variables.getOrDefault(setting.name(), "").isBlank();
    }

    /** An invalid one gets its default until {@link #throwProblems}. */
    <T> T read(Setting setting, Function<String, T> parse) {
        if (isSet(setting)) {
            var text = variables.get(setting.name()).strip();
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                problems.add(setting + ": " + e.getMessage() + ", but was \"" + text + "\"");
            }
        }
        return parse.apply(setting.defaultValue());
    }

    int readWholeNumber(Setting setting, int least, int most) {
        return read(setting, text -> wholeNumber(text, least, most));
    }

    static int wholeNumber(String text, int least, int most) {
        // Nine digits are enough for all bounds and cannot overflow.
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException("expected a whole number from " + least + " to " + most);
        }
        return number;
    }

    /** Has no default; its value never appears in a problem. */
    <T> Optional<T> readSecret(Setting setting, Function<String, T> parse) {
        if (isSet(setting)) {
            try {
                return Optional.of(parse.apply(variables.get(setting.name()).strip()));
            } catch (IllegalArgumentException e) {
                problems.add(setting + ": " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    /** The problems of the file are told one by one. */
    Rails readRails(Setting setting, Environment environment) {
        return isSet(setting)
                ? RailsFile.read(
                        Path.of(variables.get(setting.name()).strip()), environment, variables, problem -> problems.add(setting + ": " + problem))
                : Rails.NONE;
    }

    void require(boolean condition, Setting setting, String problem) {
        if (!condition) {
            problems.add(setting + " " + problem);
        }
    }

    void throwProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }

    /** A misspelt variable would silently be ignored. */
    private void refuseUnknown() {
        for (var name : new TreeSet<>(variables.keySet())) {
            if (name.startsWith(PREFIX) && Setting.find(name).isEmpty()) {
                problems.add(name + " is not a variable of Corridor, the nearest is " + nearest(name));
            }
        }
    }

    /** An exchanged letter counts twice, so that a truncated name is closer than an unrelated short one. */
    private static Setting nearest(String name) {
        var upperCase = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(Setting.values()).min(Comparator.comparingInt(setting -> EditDistance.between(setting.name(), upperCase, 2)))
                .orElseThrow();
    }
}
