package dev.corridor.domain.access;

import java.util.Optional;

/**
 * The limits of a tier. Rate and quota are counted for each key, and also for all keys of the tier that an organization has: more keys give
 * more only up to a multiple.
 *
 * @param rate requests per key; unlimited if empty
 * @param monthlyQuota requests per key and calendar month; unlimited if empty
 * @param keysWorth how many keys' rate and quota the keys of one organization have together
 * @param webSocketConnections open connections per key
 * @param subscriptions per key, over all of its connections
 */
public record Plan(Optional<RateLimit> rate, Optional<Long> monthlyQuota, int keysWorth, int webSocketConnections, int subscriptions) {

    public Plan {
        if (monthlyQuota.isPresent() && monthlyQuota.get() < 1) {
            throw new IllegalArgumentException("a quota is at least one request");
        }
        if (keysWorth < 1 || keysWorth > KeyRing.MAX_KEYS) {
            throw new IllegalArgumentException("the keys of an organization have together what 1 to " + KeyRing.MAX_KEYS + " keys have");
        }
        // What cannot be counted is refused here, and not with the first request.
        rate.ifPresent(one -> one.times(keysWorth));
        if (webSocketConnections < 0 || subscriptions < 0) {
            throw new IllegalArgumentException("connections and subscriptions are counted from zero");
        }
    }

    /** For all keys of an organization together. */
    public Optional<RateLimit> organizationRate() {
        return rate.map(one -> one.times(keysWorth));
    }

    /** For all keys of an organization together. */
    public Optional<Long> organizationQuota() {
        return monthlyQuota.map(one -> Math.multiplyExact(one, keysWorth));
    }
}
