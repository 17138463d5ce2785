package dev.corridor.application.access;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.access.LimitError;
import dev.corridor.domain.access.LimitError.QuotaExhausted;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.access.Limit;
import dev.corridor.domain.error.BusinessException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Counts a request against the tier's rate, the route's limit and the tier's monthly quota, in that order. Rate and quota are counted for
 * the key first, then for all keys of the organization and tier. Callers without a key share the route's limit per address range. The first
 * limit that is exceeded refuses the request and later ones stay untouched, so a refused request never consumes quota.
 */
public interface CountRequest {

    /** Returns the usage also for a refused request; {@link Usage#requireAllowed} throws the refusal. */
    @Refuses({RateLimitExceeded.class, QuotaExhausted.class})
    Usage count(Command command);

    /** Whether counting may block, and so must not run on the event loop. */
    boolean mayWait(Command command);

    /**
     * @param caller empty if the route requires no key
     * @param from the client's address
     * @param route method and path of the route, its variable parts in braces
     */
    record Command(Optional<Caller> caller, IpAddress from, String route) {}

    /** @param refusal empty if the request is allowed */
    record Usage(List<Standing> standings, Optional<LimitError> refusal) {

        static final Usage UNLIMITED = new Usage(List.of(), Optional.empty());

        public Usage {
            standings = List.copyOf(standings);
        }

        public void requireAllowed() {
            refusal.ifPresent(error -> {
                throw new BusinessException(error);
            });
        }
    }

    /**
     * A limit after the request.
     *
     * @param policy {@code rate}, {@code organization-rate}, {@code route}, {@code quota} or {@code organization-quota}
     * @param until time until the next request is allowed if none remain, else until the limit is full again
     */
    record Standing(String policy, Limit limit, long remaining, Duration until) {}
}
