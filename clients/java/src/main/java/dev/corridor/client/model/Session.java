package dev.corridor.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A session of a user.
 *
 * @param address of the client that logged in
 * @param refreshedAt when its last access token was issued
 * @param expiresAt when its refresh token expires
 * @param endedAt absent unless it was ended
 */
public record Session(String sessionId, String address, Instant startedAt, Instant refreshedAt, Instant expiresAt, Optional<Instant> endedAt) {}
