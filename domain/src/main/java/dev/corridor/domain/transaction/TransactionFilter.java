package dev.corridor.domain.transaction;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.reference.Reference;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Selects transactions; all conditions must hold.
 *
 * @param beneficiary of a payout
 * @param types empty means all
 * @param statuses empty means all
 * @param metadata members that the metadata has, with these values
 * @param createdFrom inclusive
 * @param createdUntil inclusive
 */
public record TransactionFilter(
        Optional<AccountId> account,
        Optional<BeneficiaryId> beneficiary,
        Optional<Reference> reference,
        Set<TransactionType> types,
        Set<TransactionStatus> statuses,
        Map<String, String> metadata,
        Optional<Amounts> amounts,
        Optional<Instant> createdFrom,
        Optional<Instant> createdUntil) {

    public static final TransactionFilter ALL = of(Optional.empty(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

    /** Both inclusive. */
    public record Amounts(Money least, Money most) {

        public Amounts {
            if (!least.asset().equals(most.asset())) {
                throw new IllegalArgumentException("amounts of different assets cannot be compared");
            }
        }

        /** Every amount of the asset. */
        public static Amounts of(Asset asset) {
            return new Amounts(Money.ofUnits(1, asset), Money.ofUnits(Long.MAX_VALUE, asset));
        }

        public Amounts exactly(Money amount) {
            return atLeast(amount).atMost(amount);
        }

        public Amounts atLeast(Money amount) {
            return least.isLessThan(amount) ? new Amounts(amount, most) : this;
        }

        public Amounts atMost(Money amount) {
            return amount.isLessThan(most) ? new Amounts(least, amount) : this;
        }

        public boolean include(Money amount) {
            return amount.asset().equals(least.asset()) && !amount.isLessThan(least) && !most.isLessThan(amount);
        }
    }

    public TransactionFilter {
        types = Set.copyOf(types);
        statuses = Set.copyOf(statuses);
        metadata = Map.copyOf(metadata);
    }

    public static TransactionFilter ofAccount(AccountId account) {
        return of(Optional.of(account), Set.of(), Set.of(), Optional.empty(), Optional.empty());
    }

    /** Whatever their beneficiary, notes and amounts are. */
    public static TransactionFilter of(
            Optional<AccountId> account,
            Set<TransactionType> types,
            Set<TransactionStatus> statuses,
            Optional<Instant> createdFrom,
            Optional<Instant> createdUntil) {
        return new TransactionFilter(
                account, Optional.empty(), Optional.empty(), types, statuses, Map.of(), Optional.empty(), createdFrom, createdUntil);
    }
}
