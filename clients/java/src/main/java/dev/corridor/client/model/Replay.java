package dev.corridor.client.model;

import java.time.Instant;

/** A replay that has begun. */
public record Replay(String endpointId, Instant from, Instant until) {}
