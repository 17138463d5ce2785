package dev.corridor.http.api.transaction;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.PayoutBatch.Item;
import dev.corridor.domain.transaction.PayoutBatch.State;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * An item of a batch, and what has become of it.
 *
 * @param number from 1, in the order of the body
 * @param transactionId of what is SUBMITTED; null otherwise
 * @param refusal of what is REFUSED; null otherwise
 */
@Serdeable
record BatchItemResponse(
        @Literal("payout_batch_item") String object,
        int number,
        @Spells(State.class) String status,
        @Nullable @Spells(TransactionId.class) String transactionId,
        @Spells(AccountId.class) String accountId,
        @Spells(BeneficiaryId.class) String beneficiaryId,
        @Spells(Money.class) String amount,
        @Spells(Asset.class) String asset,
        @Nullable String reference,
        @Nullable HoldResponse.RefusalResponse refusal) {

    static BatchItemResponse of(Item item) {
        var order = item.order();
        return new BatchItemResponse(
                "payout_batch_item",
                item.number(),
                item.state().name(),
                item.state() == State.SUBMITTED ? item.transaction().toString() : null,
                order.account().toString(),
                order.beneficiary().toString(),
                order.amount().decimal(),
                order.amount().asset().code(),
                order.memo().reference().map(Reference::text).orElse(null),
                item.refusal().map(HoldResponse.RefusalResponse::of).orElse(null));
    }
}
