package dev.corridor.http.edge.body;

import io.micronaut.core.type.Argument;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The JSON types of request members. */
enum ValueType {
    TEXT("must be a string") {
        @Override
        boolean fits(Object value) {
            return value instanceof String;
        }
    },
    BOOLEAN("must be true or false") {
        @Override
        boolean fits(Object value) {
            return value instanceof Boolean;
        }
    },
    WHOLE_NUMBER("must be a whole number") {
        @Override
        boolean fits(Object value) {
            return value instanceof Long;
        }
    },
    TEXTS("must be a list of strings") {
        @Override
        boolean fits(Object value) {
            return value instanceof List<?> list && areTexts(list);
        }
    },
    TEXT_BY_NAME("must be an object whose values are strings") {
        @Override
        boolean fits(Object value) {
            return value instanceof Map<?, ?> map && areTexts(map.values());
        }
    };

    private final String reason;

    ValueType(String reason) {
        this.reason = reason;
    }

    static ValueType of(Argument<?> argument) {
        var type = argument.getType();
        if (type == String.class) {
            return TEXT;
        } else if (type == Boolean.class) {
            return BOOLEAN;
        } else if (type == Long.class) {
            return WHOLE_NUMBER;
        } else if (type == List.class) {
            return TEXTS;
        } else if (type == Map.class) {
            return TEXT_BY_NAME;
        }
        throw new IllegalArgumentException("a request has no components of " + type);
    }

    abstract boolean fits(Object value);

    String reason() {
        return reason;
    }

    private static boolean areTexts(Collection<?> values) {
        return values.stream().allMatch(String.class::isInstance);
    }
}
