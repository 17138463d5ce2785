package dev.corridor.domain.quote;

import java.time.Duration;
import java.util.Optional;

/**
 * On what terms the quotes of a symbol are issued.
 *
 * @param validity how long a quote can be executed: 1 second to 1 hour
 * @param spreads what the house earns
 * @param drift how far the market may run before a quote is refused at its execution; empty if a quote holds wherever the market goes
 */
public record Pricing(Duration validity, Spreads spreads, Optional<Drift> drift) {

    public static final Duration MIN_VALIDITY = Duration.ofSeconds(1);
    public static final Duration MAX_VALIDITY = Duration.ofHours(1);

    /** Holds wherever the market goes, with the same spread for every size. */
    public Pricing(Duration validity, Spread spread) {
        this(validity, Spreads.flat(spread), Optional.empty());
    }

    public Pricing {
        if (validity.compareTo(MIN_VALIDITY) < 0 || validity.compareTo(MAX_VALIDITY) > 0) {
            throw new IllegalArgumentException("a quote is valid for 1 second to 1 hour");
        }
    }
}
