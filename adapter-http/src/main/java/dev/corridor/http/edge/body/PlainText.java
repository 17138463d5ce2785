package dev.corridor.http.edge.body;

import java.util.List;
import java.util.Map;

/**
 * Text that can be stored and printed. JSON strings can contain control characters and unpaired surrogates. PostgreSQL cannot store NUL,
 * UTF-8 cannot encode half a pair, and names, addresses and descriptions need neither.
 */
final class PlainText {

    static final String REASON = "must not contain control characters or incomplete Unicode pairs";

    private PlainText() {}

    /** Checks every text within a member's value. */
    static boolean isPlain(Object value) {
        return switch (value) {
            case String text -> text.codePoints().noneMatch(PlainText::isUnwelcome);
            case List<?> list -> list.stream().allMatch(PlainText::isPlain);
            case Map<?, ?> map -> isPlain(List.copyOf(map.keySet())) && isPlain(List.copyOf(map.values()));
            default -> true;
        };
    }

    private static boolean isUnwelcome(int codePoint) {
        return Character.isISOControl(codePoint) || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
