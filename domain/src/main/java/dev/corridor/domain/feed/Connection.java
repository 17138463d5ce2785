package dev.corridor.domain.feed;

import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import java.time.Instant;

/**
 * A WebSocket that somebody keeps open.
 *
 * @param holder whose limits it counts against: the key or the user, as text
 * @param from where it was opened
 * @param subscriptions how many it has
 */
public record Connection(
        ConnectionId id, OrganizationId organization, String holder, IpAddress from, int subscriptions, Instant openedAt)
        implements Owned {}
