package dev.corridor.domain.quote;

import dev.corridor.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Selects quotes; all conditions must hold.
 *
 * @param statuses empty means all
 * @param at when the expiry is judged
 */
public record QuoteFilter(Optional<AccountId> account, Set<Quote.Status> statuses, Instant at) {

    public QuoteFilter {
        statuses = Set.copyOf(statuses);
    }

    public boolean includes(Quote quote) {
        return account.stream().allMatch(quote.account()::equals) && (statuses.isEmpty() || statuses.contains(quote.statusAt(at)));
    }
}
