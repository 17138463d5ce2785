package dev.corridor.application.maintenance;

import dev.corridor.application.Refuses;
import java.time.Duration;
import java.util.Optional;

/** For the operator: begins or ends maintenance on all nodes. Every node knows within a second, and one that starts later starts in it. */
public interface SwitchMaintenance {

    @Refuses({})
    void switchTo(Command command);

    /** @param retryAfter when clients had better come again, a second at least; empty to end it */
    record Command(Optional<Duration> retryAfter) {}
}
