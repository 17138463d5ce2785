package dev.corridor.http.api.operator;

import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.Receipt.Suspended;
import dev.corridor.domain.funding.Value;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Something that has arrived.
 *
 * @param amount in major units; in the smallest units of an asset that is unknown here
 * @param reason why it is in no account; null once it is
 * @param transactionId that has credited it; null while nothing has
 */
@Serdeable
record ReceiptResponse(
        @Literal("receipt") String object,
        String receiptId,
        String state,
        String rail,
        String reference,
        String asset,
        String amount,
        String payer,
        String payee,
        @Nullable String reason,
        @Nullable String transactionId,
        String arrivedAt) {

    static ReceiptResponse of(Receipt receipt) {
        var arrival = receipt.arrival();
        return new ReceiptResponse(
                "receipt",
                receipt.id().toString(),
                receipt.state().name(),
                arrival.rail(),
                arrival.reference(),
                switch (arrival.value()) {
                    case Value.Known known -> known.money().asset().code();
                    case Value.Foreign foreign -> foreign.asset();
                },
                switch (arrival.value()) {
                    case Value.Known known -> known.money().decimal();
                    case Value.Foreign foreign -> foreign.units().toString();
                },
                arrival.payer(),
                arrival.payee(),
                receipt instanceof Suspended suspended ? suspended.reason().name() : null,
                receipt.credit().map(credit -> credit.transaction().toString()).orElse(null),
                Timestamp.format(arrival.arrivedAt()));
    }
}
