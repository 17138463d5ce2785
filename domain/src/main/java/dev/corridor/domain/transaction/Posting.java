package dev.corridor.domain.transaction;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.LedgerAccount.Customer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of the ledger: one amount of one asset, moved from a place to a place. What one of them loses the other gains, so it is double entry by
 * itself, and the ledger sums to zero whatever it contains.
 *
 * @param line the number of its first side within the transaction, from 1; the second has the next number
 * @param amount never zero; negative in a reversal, which takes back what the same posting has moved
 */
public record Posting(int line, LedgerAccount from, LedgerAccount to, Money amount) {

    /** What a posting does to one of its places. */
    public record Side(int line, LedgerAccount place, Money change) {}

    public Posting {
        if (line < 1) {
            throw new IllegalArgumentException("lines are counted from 1");
        }
        if (amount.isZero() || from.equals(to)) {
            throw new IllegalArgumentException("a posting moves something to another place");
        }
        if (from instanceof Customer one && to instanceof Customer other && !one.account().equals(other.account())) {
            throw new IllegalArgumentException("money goes from account to account by way of the house");
        }
    }

    /** In the order of their lines. */
    public List<Side> sides() {
        return List.of(new Side(line, from, amount.negated()), new Side(line + 1, to, amount));
    }

    /** The customer's account that it changes; empty between accounts of the house. */
    public Optional<AccountId> account() {
        return Stream.of(from, to)
                .filter(Customer.class::isInstance)
                .map(place -> ((Customer) place).account())
                .findFirst();
    }
}
