package dev.corridor.domain.webhook;

import java.time.Instant;

/** What the owner of an endpoint wants to be sent, beside the events that happen from now on. */
public sealed interface Redelivery {

    EndpointId endpoint();

    /** One message, whether or not it was delivered. */
    record OfMessage(EndpointId endpoint, MessageId message) implements Redelivery {}

    /**
     * The events that happened in this time, as far as they are kept. An endpoint has one such period: a new one takes the place of what is left
     * of the one before.
     *
     * @param from inclusive
     * @param until exclusive
     */
    record OfPeriod(EndpointId endpoint, Instant from, Instant until) implements Redelivery {}

    /** A message that tells of no event. */
    record OfTest(EndpointId endpoint, Message message) implements Redelivery {}
}
