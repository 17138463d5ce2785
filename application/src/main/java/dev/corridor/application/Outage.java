package dev.corridor.application;

import java.time.Duration;

/** A store that is away for a while, such as a database that fails over. */
public final class Outage {

    /** Whatever runs in the background tries again after this time, so that all of it is back soon after the store is. */
    public static final Duration TRIED_AGAIN_AFTER = Duration.ofMillis(250);

    private Outage() {}
}
