package dev.corridor.http.api.account;

import dev.corridor.domain.transaction.LedgerLine;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A line of the ledger on the wire. The transaction and the line together name it.
 *
 * @param bucket AVAILABLE or LOCKED: which half of the balance it changed
 * @param amount in major units; negative if it went out
 * @param balanceAfter what the bucket held right after it, in major units
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

    static EntryResponse of(LedgerLine line) {
        return new EntryResponse(
                "entry",
                line.transaction().toString(),
                line.line(),
                line.account().toString(),
                line.amount().asset().code(),
                line.bucket().name(),
                line.amount().decimal(),
                line.balanceAfter().decimal(),
                Timestamp.format(line.postedAt()));
    }
}
