package dev.corridor.application.operator;

import dev.corridor.application.operator.port.Suspensions;
import java.time.InstantSource;

public final class ListSuspendedService implements ListSuspended {

    private static final int MOST = 100;

    private final Suspensions suspensions;
    private final InstantSource clock;

    public ListSuspendedService(Suspensions suspensions, InstantSource clock) {
        this.suspensions = suspensions;
        this.clock = clock;
    }

    @Override
    public Result list() {
        return new Result(suspensions.keys(MOST), suspensions.users(clock.instant(), MOST), suspensions.accounts(MOST));
    }
}
