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

/** What the value of a detail looks like on the wire; it follows from the type of the component that the detail tells. */
public enum DetailType {
    /** A sentence or a word for people. */
    TEXT,
    /** One of our ids: a prefix and 32 hex digits. */
    ID,
    /** A word in upper case, one of a closed set. */
    WORD,
    /** An amount in major units, as a decimal text with all the digits of its asset. */
    AMOUNT,
    /** What one whole unit of an asset is worth in another, as a decimal text with as many digits as it needs. */
    RATE,
    /** A whole number; of seconds, rounded up, if it is a time. */
    NUMBER,
    /** ISO 8601, UTC, with milliseconds. */
    TIMESTAMP,
    /** Words in upper case. */
    WORDS,
    /** The faulty fields: each with a JSON pointer to it, its name and what is wrong with it. */
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
