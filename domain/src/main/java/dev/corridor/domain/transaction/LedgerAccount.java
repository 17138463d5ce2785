package dev.corridor.domain.transaction;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Bucket;

/** A place that postings move money from and to: a bucket of a customer's account, or an account of the house. */
public sealed interface LedgerAccount permits LedgerAccount.Customer, HouseAccount {

    record Customer(AccountId account, Bucket bucket) implements LedgerAccount {}

    static LedgerAccount available(AccountId account) {
        return new Customer(account, Bucket.AVAILABLE);
    }

    static LedgerAccount locked(AccountId account) {
        return new Customer(account, Bucket.LOCKED);
    }
}
