package dev.corridor.http.api.account;

import dev.corridor.domain.transaction.Entry;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A ledger entry, identified by its transaction and line.
 *
 * @param bucket the part of the balance that changed: AVAILABLE or LOCKED
 * @param amount in major units; negative for outflows
 * @param balanceAfter the bucket's balance after this entry, in major units
 */
@Serdeable
record EntryResponse(
        String object,
        String transactionId,
        int line,
        String accountId,
        String asset,
        String bucket,
        String amount,
        String balanceAfter,
        String createdAt) {

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
