package dev.corridor.http.edge.wire;

import java.util.Arrays;

/** How far two names are apart. Source: Wagner and Fischer, "The String-to-String Correction Problem", 1974. */
public final class EditDistance {

    private EditDistance() {}

    /**
     * The least cost of turning one into the other, where to insert or delete a character costs 1.
     *
     * @param exchange what it costs to exchange a character: 1, or 2 where a truncated name is to be nearer than an unrelated short one
     */
    public static int between(String one, String other, int exchange) {
        var previous = new int[other.length() + 1];
        Arrays.setAll(previous, index -> index);
        for (int i = 1; i <= one.length(); i++) {
            var current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : exchange);
                current[j] = Math.min(exchanged, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
