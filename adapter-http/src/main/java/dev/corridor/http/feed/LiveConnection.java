package dev.corridor.http.feed;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.feed.Connection;
import dev.corridor.http.access.AccessRecheck;

/**
 * A WebSocket that is open on this node.
 *
 * @param refusals formats errors for it
 */
record LiveConnection(Connection connection, AccessRecheck admission, OutgoingQueue outgoing, Refusals refusals) {

    /** Formats an error that no message of the client has caused. */
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
