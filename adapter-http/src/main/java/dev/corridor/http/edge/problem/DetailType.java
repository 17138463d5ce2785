package dev.corridor.http.edge.problem;

import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The wire format of a detail, derived from the type of its component. */
public enum DetailType {
    /** A word or sentence for people. */
    TEXT,
    /** An id: a prefix and 32 hex digits. */
    ID,
    /** An upper-case word of a closed set. */
    WORD,
    /** An amount in major units, a decimal text with all digits of its asset. */
    AMOUNT,
    /** The price of one unit of an asset in another, a decimal text without trailing zeros. */
    RATE,
    /** A whole number; durations in seconds, rounded up. */
    NUMBER,
    /** ISO 8601, UTC, with milliseconds. */
    TIMESTAMP,
    /** Upper-case words. */
    WORDS,
    /** The faulty fields, each with a JSON pointer, its name and the reason. */
    FIELDS;

    private static final Map<Class<?>, DetailType> BY_CLASS = Map.of(
            String.class, TEXT,
            Money.class, AMOUNT,
            Rate.class, RATE,
            int.class, NUMBER,
            long.class, NUMBER,
            Duration.class, NUMBER,
            Instant.class, TIMESTAMP);

    private final String text = name().toLowerCase(Locale.ROOT);

    static DetailType of(RecordComponent component) {
        var type = component.getType();
        if (type.isEnum()) {
            return isInUpperCase(type) ? WORD : TEXT;
        } else if (type == List.class) {
            return ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0] == FieldFault.class ? FIELDS : WORDS;
        } else if (isId(type)) {
            return ID;
        } else if (BY_CLASS.containsKey(type)) {
            return BY_CLASS.get(type);
        }
        throw new IllegalArgumentException(component + " has no form on the wire");
    }

    private static boolean isInUpperCase(Class<?> words) {
        return Arrays.stream(words.getEnumConstants()).map(Object::toString).allMatch(word -> word.equals(word.toUpperCase(Locale.ROOT)));
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 1 && type.getRecordComponents()[0].getType() == UUID.class;
    }

    @Override
    public String toString() {
        return text;
    }
}
