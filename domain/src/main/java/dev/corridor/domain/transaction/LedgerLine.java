package dev.corridor.domain.transaction;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Bucket;
import dev.corridor.domain.money.Money;
import java.time.Instant;

/**
 * An entry of a customer's account, as its owner reads it.
 *
 * @param line the entry's number within its transaction, from 1
 * @param balanceAfter the bucket's balance right after this entry
 */
public record LedgerLine(
        Number number,
        TransactionId transaction,
        int line,
        AccountId account,
        Bucket bucket,
        Money amount,
        Money balanceAfter,
        Instant postedAt) {

    /** The order of posting within an account. */
    public record Number(long value) {}
}
