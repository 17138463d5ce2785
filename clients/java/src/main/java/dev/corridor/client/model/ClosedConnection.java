package dev.corridor.client.model;

/** Confirms that a connection was closed. */
public record ClosedConnection(String connectionId, boolean closed) {}
