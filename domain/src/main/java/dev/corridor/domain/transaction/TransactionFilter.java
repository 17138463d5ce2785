package dev.corridor.domain.transaction;

import dev.corridor.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Selects transactions; all conditions must hold.
 *
 * @param types empty means all
 * @param statuses empty means all
 * @param createdFrom inclusive
 * @param createdUntil inclusive
 */
public record TransactionFilter(
        Optional<AccountId> account,
        Set<TransactionType> types,
        Set<TransactionStatus> statuses,
        Optional<Instant> createdFrom,
        Optional<Instant> createdUntil) {

    public static final TransactionFilter ALL = new TransactionFilter(Optional.empty(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

    public TransactionFilter {
        types = Set.copyOf(types);
        statuses = Set.copyOf(statuses);
    }

    public static TransactionFilter ofAccount(AccountId account) {
        return new TransactionFilter(Optional.of(account), Set.of(), Set.of(), Optional.empty(), Optional.empty());
    }
}
