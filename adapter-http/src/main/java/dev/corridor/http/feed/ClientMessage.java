package dev.corridor.http.feed;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.feed.FeedError.InvalidMessageFormat;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A client's message: a JSON object whose members are read by name and type. Unknown members are ignored. An absent member is {@code
 * invalid_message_format}, one with a wrong value {@code validation_error}, which names it in every error contract.
 */
record ClientMessage(Map<String, Object> members) {

    private static final Argument<Map<String, Object>> OBJECT = Argument.mapOf(String.class, Object.class);

    /** Parses a message, or fails with {@code invalid_message_format}. */
    static ClientMessage parse(String text, JsonMapper json) {
        try {
            var members = json.readValue(text, OBJECT);
            if (members == null) {
                throw invalid("The message must be a JSON object.");
            }
            return new ClientMessage(members);
        } catch (IOException e) {
            throw invalid("The message must be a JSON object.");
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(members.get(name)).filter(String.class::isInstance).map(String.class::cast);
    }

    Optional<ClientMessage> object(String name) {
        return Optional.ofNullable(members.get(name)).filter(Map.class::isInstance).map(ClientMessage::of);
    }

    @SuppressWarnings("unchecked")
    private static ClientMessage of(Object object) {
        return new ClientMessage((Map<String, Object>) object);
    }

    String requiredText(String name) {
        if (required(name) instanceof String text) {
            return text;
        }
        throw wrong(name, "must be a text");
    }

    ClientMessage requiredObject(String name) {
        if (required(name) instanceof Map<?, ?> object) {
            return of(object);
        }
        throw wrong(name, "must be an object");
    }

    List<String> requiredTexts(String name) {
        if (required(name) instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).distinct().toList();
        }
        throw wrong(name, "must be a list of texts, and not empty");
    }

    /** An event's sequence number; empty if absent. */
    OptionalLong sequence(String name) {
        if (!members.containsKey(name)) {
            return OptionalLong.empty();
        }
        var value = members.get(name);
        if ((value instanceof Long || value instanceof Integer) && ((Number) value).longValue() >= 0) {
            return OptionalLong.of(((Number) value).longValue());
        }
        throw wrong(name, "must be the seq of an event, a whole number, or 0");
    }

    private Object required(String name) {
        if (!members.containsKey(name)) {
            throw invalid("'" + name + "' is missing.");
        }
        return members.get(name);
    }

    static BusinessException wrong(String name, String reason) {
        return new BusinessException(ValidationError.of(name, reason));
    }

    static BusinessException invalid(String reason) {
        return new BusinessException(new InvalidMessageFormat(reason));
    }
}
