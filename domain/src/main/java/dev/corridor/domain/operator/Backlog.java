package dev.corridor.domain.operator;

import java.time.Instant;
import java.util.Optional;

/**
 * What waits to be carried out.
 *
 * @param name of the rail or outbox
 * @param oldestSince empty if nothing waits
 */
public record Backlog(String name, long number, Optional<Instant> oldestSince) {}
