package dev.corridor.http.feed;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.feed.Connection;
import dev.corridor.http.access.AccessRecheck;

/**
 * A connection that this node holds.
 *
 * @param refusals how a failure is told on it
 */
record LiveConnection(Connection connection, AccessRecheck admission, OutgoingQueue outgoing, Refusals refusals) {

    /** Tells a failure that no message of the client has brought about. */
    interface Refusals {

        byte[] of(BusinessError error);
    }

    Caller caller() {
        return admission.caller();
    }

    void send(byte[] text) {
        outgoing.send(text);
    }
}
