package dev.corridor.persistence.access;

import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.TokenId;

/** Remembers what others change, and is told of it by an {@link AccessChangeListener}. */
public interface InvalidatedCache {

    /** Something about the organization or one of its keys has changed. */
    void forget(OrganizationId organization);

    /** The token was revoked. */
    void forget(TokenId token);

    /** The connection is to be closed by whoever holds it; most who listen hold none. */
    default void close(ConnectionId connection) {}

    /** There is another notice of maintenance. */
    default void maintenanceSwitched() {}

    /** Anything may have changed. */
    void forgetAll();

    /** @param moment up to which every change has been told, by {@link System#nanoTime} */
    void heardAllUntil(long moment);
}
