package dev.corridor.application.webhook.port;

import dev.corridor.domain.webhook.AttemptOutcome;
import dev.corridor.domain.webhook.EndpointUrl;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/** Sends messages to endpoints. It reaches public addresses only, and this machine where the URL names it. */
@FunctionalInterface
public interface Courier {

    /** Sends a request and waits for the answer, for no longer than the parcel says. What goes wrong is an outcome, not an exception. */
    Answer send(Parcel parcel);

    /** @param body JSON */
    record Parcel(EndpointUrl url, Map<String, String> headers, String body, Duration timeout) {}

    /**
     * @param status if there was an answer
     * @param text the beginning of its body, or what prevented an answer
     */
    record Answer(AttemptOutcome outcome, OptionalInt status, String text) {}
}
