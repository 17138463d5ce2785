package dev.corridor.application.maintenance;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import java.time.Duration;
import java.util.Optional;

/** Operator only: begins or ends maintenance on all nodes within a second. Nodes that start later start in it. */
public interface SwitchMaintenance {

    @Refuses({})
    void switchTo(Command command);

    /** @param retryAfter when clients should retry, at least a second; empty ends maintenance */
    record Command(Operator by, Optional<Duration> retryAfter, Origin origin) {}
}
