package dev.corridor.http.edge.wire;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Suggests the known name that is nearest to a misspelt one. */
public final class NearestName {

    /** Longer names are truncated, in messages and for the comparison. */
    private static final int MAX_LENGTH = 64;

    private static final int CHARACTERS_PER_SLIP = 3;

    private NearestName() {}

    /** The name for messages. */
    public static String shown(String name) {
        return name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH) + "…";
    }

    /** The end of a sentence about an unknown name; empty if no known name is near. */
    public static String hint(String name, Collection<String> known) {
        var text = plain(shown(name));
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(text, plain(candidate))))
                .filter(candidate -> distance(text, plain(candidate)) <= 1 + text.length() / CHARACTERS_PER_SLIP)
                .map(candidate -> ", perhaps '" + candidate + "' is meant")
                .orElse("");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }

    /** The number of insertions, deletions and substitutions. Source: Wagner and Fischer, 1974. */
    private static int distance(String one, String other) {
        var previous = new int[other.length() + 1];
        Arrays.setAll(previous, index -> index);
        for (int i = 1; i <= one.length(); i++) {
            var current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(exchanged, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
