package dev.corridor.application.maintenance;

import dev.corridor.application.Refuses;
import java.time.Duration;
import java.util.Optional;

/** Operator only: whether the node that answers is under maintenance. */
public interface ReadMaintenance {

    /** When clients should retry; empty if there is no maintenance. */
    @Refuses({})
    Optional<Duration> read();
}
