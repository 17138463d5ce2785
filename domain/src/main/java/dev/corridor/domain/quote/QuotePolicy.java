package dev.corridor.domain.quote;

import java.time.Duration;

/**
 * On what terms quotes are issued.
 *
 * @param validity how long a quote can be executed: 1 second to 1 hour
 * @param spreads what the house earns
 */
public record QuotePolicy(Duration validity, Spreads spreads) {

    public static final Duration MIN_VALIDITY = Duration.ofSeconds(1);
    public static final Duration MAX_VALIDITY = Duration.ofHours(1);

    /** Five minutes and three basis points. Source: the NXOS contract, section 2, rule 3. */
    public static final QuotePolicy STANDARD = new QuotePolicy(Duration.ofMinutes(5), new Spread(3));

    /** With the same spread for every size. */
    public QuotePolicy(Duration validity, Spread spread) {
        this(validity, Spreads.flat(spread));
    }

    public QuotePolicy {
        if (validity.compareTo(MIN_VALIDITY) < 0 || validity.compareTo(MAX_VALIDITY) > 0) {
            throw new IllegalArgumentException("a quote is valid for 1 second to 1 hour");
        }
    }
}
