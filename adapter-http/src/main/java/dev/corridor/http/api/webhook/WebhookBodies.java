package dev.corridor.http.api.webhook;

import dev.corridor.application.webhook.MessageBodies;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Writes resources as HTTP returns them. */
@Singleton
final class WebhookBodies implements MessageBodies {

    private final JsonMapper json;

    WebhookBodies(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String of(EventType type, Event event) {
        return write(type, event.happenedAt(), EventResource.of(event));
    }

    @Override
    public String ofTest(Endpoint endpoint, Instant sentAt) {
        return write(EventType.WEBHOOK_ENDPOINT_TEST, sentAt, EndpointResponse.of(endpoint));
    }

    private String write(EventType type, Instant timestamp, Object data) {
        try {
            return json.writeValueAsString(new WebhookMessage(type.toString(), Timestamp.format(timestamp), data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
