package dev.corridor.persistence.access;

import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.SessionId;

/** Caches what other nodes change; an {@link AccessChangeListener} invalidates it. */
public interface InvalidatedCache {

    /** The organization or one of its keys has changed. */
    void forget(OrganizationId organization);

    /** The session was ended. */
    void forget(SessionId session);

    /** Closes the connection if this node holds it. */
    default void close(ConnectionId connection) {}

    /** Asks the connection for a sign of life if this node holds it. */
    default void question(ConnectionId connection) {}

    /** Maintenance began, ended or changed. */
    default void maintenanceSwitched() {}

    /** Notifications may have been missed. */
    void forgetAll();

    /** @param moment up to which all changes have been received, by {@link System#nanoTime} */
    void heardAllUntil(long moment);
}
