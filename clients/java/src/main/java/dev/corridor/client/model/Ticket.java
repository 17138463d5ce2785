package dev.corridor.client.model;

import java.time.Instant;

/**
 * A ticket for one WebSocket.
 *
 * @param ticket goes where a key would in the query
 */
public record Ticket(String ticket, Instant expiresAt) {

    /** Without what is confidential. */
    @Override
    public String toString() {
        return "Ticket[confidential]";
    }
}
