package dev.corridor.service.blackbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A clock that does not go while the machine stands still, as virtual machines do: a service that stood still as well would look slow. It is
 * wound every few milliseconds, and goes on by no more than twice of that at a time.
 */
final class AwakeTime {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private static final AtomicLong NANOS = new AtomicLong();

    static {
        Thread.ofPlatform().name("awake-time").daemon().start(AwakeTime::go);
    }

    private AwakeTime() {}

    private static void go() {
        while (true) {
            long begin = System.nanoTime();
            LockSupport.parkNanos(PAUSE.toNanos());
            NANOS.addAndGet(Math.min(System.nanoTime() - begin, 2 * PAUSE.toNanos()));
        }
    }

    static Duration now() {
        return Duration.ofNanos(NANOS.get());
    }

    static Duration since(Duration earlier) {
        return now().minus(earlier);
    }
}
