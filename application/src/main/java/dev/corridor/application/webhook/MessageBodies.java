package dev.corridor.application.webhook;

import dev.corridor.domain.feed.Event;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EventType;
import java.time.Instant;

/** The bodies of messages: {@code type}, {@code timestamp} and {@code data}, the resource as its GET shows it. */
public interface MessageBodies {

    String of(EventType type, Event event);

    /** A test shows the endpoint itself. */
    String ofTest(Endpoint endpoint, Instant sentAt);
}
