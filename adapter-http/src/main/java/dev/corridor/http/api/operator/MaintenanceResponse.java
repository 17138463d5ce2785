package dev.corridor.http.api.operator;

import dev.corridor.http.edge.wire.Literal;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.Optional;

/** @param retryAfterSeconds null if there is none */
@Serdeable
record MaintenanceResponse(@Literal("maintenance") String object, boolean isOn, @Nullable Long retryAfterSeconds) {

    static MaintenanceResponse of(Optional<Duration> retryAfter) {
        return new MaintenanceResponse("maintenance", retryAfter.isPresent(), retryAfter.map(Duration::toSeconds).orElse(null));
    }
}
