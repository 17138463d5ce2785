package dev.corridor.client.model;

import java.time.Instant;

/**
 * An open WebSocket.
 *
 * @param holder the key or user whose limits it counts against
 * @param address of the client
 * @param subscriptions their number
 */
public record Connection(String connectionId, String holder, String address, int subscriptions, Instant connectedAt) {}
