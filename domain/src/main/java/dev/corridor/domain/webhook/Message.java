package dev.corridor.domain.webhook;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;

/**
 * What endpoints receive: the type, the time and the resource, as JSON. Each attempt sends the same bytes.
 *
 * @param subject the id of what it is about; its messages are attempted in order
 * @param sequence of the event that it tells of, by which its subject's messages are ordered; 0 for a test
 */
public record Message(MessageId id, OrganizationId organization, EventType type, String subject, long sequence, String body)
        implements Owned {

    /** The body holds what only its organization may see. */
    @Override
    public String toString() {
        return "Message[" + id + ", " + type + ", " + subject + "]";
    }
}
