package dev.corridor.domain.access;

import java.util.Optional;

/**
 * How much of the service a tier gives.
 *
 * @param rate how often a key may send requests; as often as it likes if empty
 * @param monthlyQuota how many requests a key may send in a month of the calendar; any number if empty
 * @param webSocketConnections how many a key may keep open at once
 * @param subscriptions how many a key may have, over all of its connections
 */
public record Plan(Optional<RateLimit> rate, Optional<Long> monthlyQuota, int webSocketConnections, int subscriptions) {

    public Plan {
        if (monthlyQuota.isPresent() && monthlyQuota.get() < 1) {
            throw new IllegalArgumentException("a quota is at least one request");
        }
        if (webSocketConnections < 0 || subscriptions < 0) {
            throw new IllegalArgumentException("connections and subscriptions are counted from zero");
        }
    }
}
