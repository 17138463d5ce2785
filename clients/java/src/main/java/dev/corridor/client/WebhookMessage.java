package dev.corridor.client;

import dev.corridor.client.model.EventType;
import java.time.Instant;

/** A verified message of a webhook. */
public final class WebhookMessage {

    /** As it is sent. */
    record Envelope(EventType type, Instant timestamp, Object data) {}

    private final String id;
    private final Envelope envelope;

    private WebhookMessage(String id, Envelope envelope) {
        this.id = id;
        this.envelope = envelope;
    }

    static WebhookMessage of(String id, String json) {
        return new WebhookMessage(id, Json.read(Envelope.class, json));
    }

    /** The same each time that the message is sent. */
    public String id() {
        return id;
    }

    public EventType type() {
        return envelope.type();
    }

    /** When it happened. */
    public Instant timestamp() {
        return envelope.timestamp();
    }

    /** What the event is about, such as a {@code Transaction}, as its {@code GET} shows it. */
    public <T> T data(Class<T> type) {
        return Json.as(type, envelope.data());
    }
}
