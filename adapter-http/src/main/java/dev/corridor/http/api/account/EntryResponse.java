package dev.corridor.http.api.account;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Bucket;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Entry;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A ledger entry, identified by its transaction and line.
 *
 * @param bucket the part of the balance that changed: AVAILABLE or LOCKED
 * @param amount in major units; negative for outflows
 * @param balanceAfter the bucket's balance after this entry, in major units
 */
@Serdeable
record EntryResponse(
        @Literal("entry") String object,
        @Spells(TransactionId.class) String transactionId,
        int line,
        @Spells(AccountId.class) String accountId,
        @Spells(Asset.class) String asset,
        @Spells(Bucket.class) String bucket,
        @Spells(Money.class) String amount,
        @Spells(Money.class) String balanceAfter,
        @Spells(Instant.class) String createdAt) {

    static EntryResponse of(Entry entry) {
        return new EntryResponse(
                "entry",
                entry.transaction().toString(),
                entry.line(),
                entry.account().toString(),
                entry.amount().asset().code(),
                entry.bucket().name(),
                entry.amount().decimal(),
                entry.balanceAfter().decimal(),
                Timestamp.format(entry.postedAt()));
    }
}
