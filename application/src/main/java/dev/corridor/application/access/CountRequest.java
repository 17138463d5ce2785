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
 * Counts a request against the limits that hold for it: the rate of the caller's tier, the route's own limit, and the monthly quota of the tier, in
 * that order. A caller without a key has the route's alone, and shares it with everybody at the same address. The first limit that is exceeded refuses
 * the request, and those after it are not touched; so a request that is refused never costs anything of the quota.
 */
public interface CountRequest {

    /** The usage refuses the request by {@link Usage#requireAllowed}, so that whoever asks learns how much is left either way. */
    @Refuses({RateLimitExceeded.class, QuotaExhausted.class})
    Usage count(Command command);

    /** Whether counting this one may have to wait, so that a thread which must not be kept had better not do it. */
    boolean mayWait(Command command);

    /**
     * @param caller empty if the route asks for no key
     * @param from where the request comes from
     * @param route method and path of the route, its variable parts in braces
     */
    record Command(Optional<Caller> caller, IpAddress from, String route) {}

    /** @param refusal why the request must not go on; empty if it may */
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
     * How a limit stands after the request.
     *
     * @param policy {@code rate}, {@code route} or {@code quota}
     * @param until when there is one again if none is left to spend, else when all are there again
     */
    record Standing(String policy, Limit limit, long remaining, Duration until) {}
}
