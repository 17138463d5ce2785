package dev.corridor.application.maintenance.port;

import java.time.Duration;
import java.util.Optional;

/**
 * The maintenance state.
 *
 * @param retryAfter when clients should retry; empty if there is no maintenance
 */
public record Maintenance(Optional<Duration> retryAfter) {

    public static final Maintenance NONE = new Maintenance(Optional.empty());

    public Maintenance {
        if (retryAfter.filter(wait -> wait.compareTo(Duration.ofSeconds(1)) < 0).isPresent()) {
            throw new IllegalArgumentException("maintenance takes a second at least");
        }
    }

    public static Maintenance of(Duration retryAfter) {
        return new Maintenance(Optional.of(retryAfter));
    }

    public boolean isOn() {
        return retryAfter.isPresent();
    }
}
