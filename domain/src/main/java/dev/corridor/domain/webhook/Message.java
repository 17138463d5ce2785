package dev.corridor.domain.webhook;

import dev.corridor.domain.id.Trace;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import java.time.Instant;

/**
 * What endpoints receive: the type, the time and the resource, as JSON. Each attempt sends the same bytes.
 *
 * @param subject the id of what it is about; its messages are attempted in order
 * @param sequence of the event that it tells of, by which its subject's messages are ordered; {@link #NO_SEQUENCE} for a test
 */
public record Message(MessageId id, OrganizationId organization, EventType type, String subject, long sequence, Instant happenedAt, String body)
        implements Owned {

    /** A test tells of no event. */
    public static final long NO_SEQUENCE = 0;

    /** Of what it is about; its own if that has none. */
    public Trace trace() {
        return Trace.find(subject).orElseGet(() -> Trace.of(id.uuid()));
    }

    /** The body holds what only its organization may see. */
    @Override
    public String toString() {
        return "Message[" + id + ", " + type + ", " + subject + "]";
    }
}
