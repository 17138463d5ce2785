package dev.corridor.http.edge.validation;

import dev.corridor.http.edge.wire.Timestamp;
import java.time.Instant;

/** A moment, ISO 8601 in UTC. */
public final class Moment extends Parseable {

    Moment() {
        super("must be a moment in UTC, such as \"2025-03-15T14:30:00Z\"", Instant.class, Timestamp::parse);
    }
}
