package dev.corridor.domain.access;

import java.util.Optional;

/**
 * The limits of a tier.
 *
 * @param rate requests per key; unlimited if empty
 * @param monthlyQuota requests per key and calendar month; unlimited if empty
 * @param webSocketConnections open connections per key
 * @param subscriptions per key, over all of its connections
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
