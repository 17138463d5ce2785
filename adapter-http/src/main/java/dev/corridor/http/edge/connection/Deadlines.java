package dev.corridor.http.edge.connection;

import java.time.Duration;

/**
 * How long a client may take, so that none holds a connection by sending next to nothing.
 *
 * @param head from its first byte to the empty line; after it the connection is closed without an answer
 * @param body from the end of the head to the last byte; after it the request is an {@code invalid_request}
 * @param idle without a byte in either direction; after it the connection is closed
 */
public record Deadlines(Duration head, Duration body, Duration idle) {

    public static final Deadlines STANDARD = new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));
}
