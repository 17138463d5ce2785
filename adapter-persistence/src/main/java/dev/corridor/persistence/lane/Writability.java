package dev.corridor.persistence.lane;

import java.time.Duration;

/** Whether the server has lately refused to write anything, as a standby does, or a server with a full disk. */
public final class Writability {

    private volatile boolean isRefused;
    private volatile long refusedAt;

    void refused() {
        refusedAt = System.nanoTime();
        isRefused = true;
    }

    void written() {
        if (isRefused) {
            isRefused = false;
        }
    }

    /** Whether it was the last that is known, and is no older. */
    public boolean wasRefusedWithin(Duration time) {
        return isRefused && System.nanoTime() - refusedAt < time.toNanos();
    }
}
