package dev.corridor.application.maintenance;

import dev.corridor.application.Refuses;
import java.time.Duration;
import java.util.Optional;

/** Tells whoever keeps connections open when maintenance begins and ends. */
public interface FollowMaintenance {

    @Refuses({})
    void follow(Follower follower);

    /** Is told when something changes, and once when it begins to follow if there is maintenance then. */
    interface Follower {

        /** @param retryAfter when clients had better come again; empty when it has ended. Must not wait. */
        void tell(Optional<Duration> retryAfter);
    }
}
