package dev.corridor.domain.feed;

import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import java.time.Instant;

/**
 * An open WebSocket.
 *
 * @param holder whose limits it counts against: the key or the user, as text
 * @param from the client's address
 * @param subscriptions their number
 */
public record Connection(
        ConnectionId id, OrganizationId organization, String holder, IpAddress from, int subscriptions, Instant openedAt)
        implements Owned {}
