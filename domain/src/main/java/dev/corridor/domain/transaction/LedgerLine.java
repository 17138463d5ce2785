package dev.corridor.domain.transaction;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Bucket;
import dev.corridor.domain.money.Money;
import java.time.Instant;

/**
 * An entry on a customer's account, as its owner reads it.
 *
 * @param line the entry's place within its transaction, from 1
 * @param balanceAfter what the bucket held of the asset right after this entry
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

    /** Orders the entries of an account as they were posted. */
    public record Number(long value) {}
}
