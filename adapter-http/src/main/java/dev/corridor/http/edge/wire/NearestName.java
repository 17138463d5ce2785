package dev.corridor.http.edge.wire;

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
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static int distance(String one, String other) {
        return EditDistance.between(one, other, 1);
    }
}
