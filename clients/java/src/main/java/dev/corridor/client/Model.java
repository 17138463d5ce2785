package dev.corridor.client;

import dev.corridor.client.model.Named;
import dev.corridor.client.model.Word;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads JSON as records. Members that a record does not have are of a later version, and are ignored. */
final class Model {

    private Model() {}

    /** @param json null if it is absent */
    static Object read(Type type, Object json) {
        if (type instanceof ParameterizedType of) {
            return generic(of, json);
        }
        var target = (Class<?>) type;
        if (json == null) {
            throw new UnreadableException("a " + target.getSimpleName() + " is missing");
        } else if (target == Object.class) {
            return json;
        } else if (target.isRecord()) {
            return object(target, members(json));
        } else if (target.isSealed()) {
            return object(alternative(target, members(json)), members(json));
        } else if (target.isEnum()) {
            return word(target, json);
        }
        return scalar(target, json);
    }

    private static Object generic(ParameterizedType type, Object json) {
        var content = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (type.getRawType() == Optional.class) {
            return json == null ? Optional.empty() : Optional.of(read(content, json));
        } else if (type.getRawType() == List.class && json instanceof List<?> items) {
            return items.stream().map(item -> read(content, item)).toList();
        } else if (type.getRawType() == Map.class) {
            var values = new LinkedHashMap<String, Object>();
            members(json).forEach((name, value) -> values.put((String) name, read(content, value)));
            return values;
        }
        throw new UnreadableException("no " + type + " is there");
    }

    private static Object object(Class<?> type, Map<?, ?> members) {
        var components = type.getRecordComponents();
        var values = Arrays.stream(components).map(component -> member(component, members)).toArray();
        try {
            return constructor(type, components).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static Object member(RecordComponent component, Map<?, ?> members) {
        try {
            return read(component.getGenericType(), members.get(nameOf(component)));
        } catch (UnreadableException e) {
            throw new UnreadableException(nameOf(component) + ": " + e.getMessage());
        }
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent... components) throws NoSuchMethodException {
        return type.getDeclaredConstructor(Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    }

    /** Of the types whose members are all there, the one with the most. */
    private static Class<?> alternative(Class<?> type, Map<?, ?> members) {
        return Stream.of(type.getPermittedSubclasses())
                .filter(one -> Stream.of(one.getRecordComponents())
                        .allMatch(component -> component.getType() == Optional.class || members.containsKey(nameOf(component))))
                .max(Comparator.comparingLong(
                        one -> Stream.of(one.getRecordComponents()).filter(component -> members.containsKey(nameOf(component))).count()))
                .orElseThrow(() -> new UnreadableException("it is no " + type.getSimpleName()));
    }

    private static Object word(Class<?> type, Object json) {
        var words = type.getEnumConstants();
        return Stream.of(words).filter(word -> ((Word) word).value().equals(json)).findFirst().orElse(words[words.length - 1]);
    }

    private static Object scalar(Class<?> type, Object json) {
        try {
            if (type == BigDecimal.class) {
                return new BigDecimal((String) json);
            } else if (type == Instant.class) {
                return Instant.parse((String) json);
            } else if (type == Duration.class) {
                return Duration.parse((String) json);
            } else if (type == int.class || type == Integer.class) {
                return Math.toIntExact((Long) json);
            } else if (type == long.class || type == boolean.class) {
                return json;
            }
            return type.cast(json);
        } catch (ClassCastException | ArithmeticException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new UnreadableException("it is no " + type.getSimpleName());
        }
    }

    private static Map<?, ?> members(Object json) {
        if (json instanceof Map<?, ?> members) {
            return members;
        }
        throw new UnreadableException("it is no object");
    }

    private static String nameOf(RecordComponent component) {
        return component.isAnnotationPresent(Named.class) ? component.getAnnotation(Named.class).value() : component.getName();
    }
}
