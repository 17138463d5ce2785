package dev.corridor.application.access;

import dev.corridor.application.access.port.Allowances;
import dev.corridor.application.access.port.Allowances.Allowance;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.access.RateLimit;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import java.util.Optional;

/**
 * Limits how many unknown keys and tickets come from one address, since each may be a guess and costs a look-up. An address that has presented
 * too many has none looked up for a while. Keys that are in use go on working there, because the node remembers them.
 */
public final class UnknownKeys {

    private static final String POLICY = "unknown-keys";

    private final Allowances allowances;
    private final Optional<RateLimit> limit;

    /** @param limit per address; unlimited if empty */
    public UnknownKeys(Allowances allowances, Optional<RateLimit> limit) {
        this.allowances = allowances;
        this.limit = limit;
    }

    /** Whether the others may block, and so must not run on the event loop. */
    boolean mayWait() {
        return limit.isPresent() && allowances.mayWait();
    }

    /** To be asked before a key is looked up. */
    public void requireFewFrom(IpAddress from) {
        limit.map(rate -> allowances.untilNext(allowance(from, rate))).filter(wait -> !wait.isZero()).ifPresent(wait -> {
            throw new BusinessException(new RateLimitExceeded(wait));
        });
    }

    /** Counts one more, and says what to refuse it with: the error, unless there were too many. */
    public BusinessException refusal(BusinessError error, IpAddress from) {
        return limit.map(rate -> allowances.spend(allowance(from, rate)))
                .filter(spending -> !spending.isSpent())
                .map(spending -> new BusinessException(new RateLimitExceeded(spending.untilNext())))
                .orElseGet(() -> new BusinessException(error));
    }

    private static Allowance allowance(IpAddress from, RateLimit rate) {
        return new Allowance(POLICY, from.household().toString(), true, rate);
    }
}
