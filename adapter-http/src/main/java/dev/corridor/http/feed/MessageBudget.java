package dev.corridor.http.feed;

import dev.corridor.application.access.CountRequest;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a connection's messages cost: each counts as a request against the limits of its caller, whether or not it can be read. A ping per
 * second is free, since TickDB advises its clients to send one.
 */
final class MessageBudget {

    private static final int FREE_PINGS_AT_ONCE = 10;
    private static final long MILLIS_PER_FREE_PING = 1_000;

    private final CountRequest countRequest;
    private final InstantSource clock;
    private final LiveConnection live;
    private final String path;

    /** When all free pings are there again, in epoch milliseconds. */
    private long fullAt;

    /** @param path of the endpoint, which operators' limits of routes name */
    MessageBudget(CountRequest countRequest, InstantSource clock, LiveConnection live, String path) {
        this.countRequest = countRequest;
        this.clock = clock;
        this.live = live;
        this.path = path;
    }

    /** Refuses it with {@code rate_limit_exceeded} or {@code quota_exhausted}. */
    void spend(String command) {
        var route = "WEBSOCKET " + path + " " + command;
        countRequest.count(new CountRequest.Command(Optional.of(live.caller()), live.admission().from(), route)).requireAllowed();
    }

    void spendPing() {
        long now = clock.millis();
        long full = Math.max(now, fullAt) + MILLIS_PER_FREE_PING;
        if (full - now <= FREE_PINGS_AT_ONCE * MILLIS_PER_FREE_PING) {
            fullAt = full;
        } else {
            spend("ping");
        }
    }
}
