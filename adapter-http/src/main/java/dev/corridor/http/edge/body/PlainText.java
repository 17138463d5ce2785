package dev.corridor.http.edge.body;

import java.util.List;
import java.util.Map;

/**
 * Text that can be stored and printed. JSON can carry control characters and halves of surrogate pairs; PostgreSQL cannot store NUL, UTF-8
 * cannot hold half a pair, and no name, address or description needs either.
 */
final class PlainText {

    static final String REASON = "must not contain control characters or incomplete Unicode pairs";

    private PlainText() {}

    /** Looks at every text in the value of a member. */
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
