package dev.corridor.application.maintenance;

import dev.corridor.application.Refuses;
import java.time.Duration;
import java.util.Optional;

/** Notifies subscribers, such as open WebSockets, when maintenance begins and ends. */
public interface FollowMaintenance {

    @Refuses({})
    void follow(Follower follower);

    /** Called on each change, and once on subscription if maintenance is on. */
    interface Follower {

        /** @param retryAfter when clients should retry; empty when maintenance ends. Must not block. */
        void tell(Optional<Duration> retryAfter);
    }
}
