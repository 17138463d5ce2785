package dev.corridor.http.api.transaction;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.ReverseTransaction;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Text;
import io.micronaut.core.annotation.Introspected;

/**
 * @param reason why
 * @param evidence by what it is known: a ticket, a price of the market
 */
@Introspected
record ReversalRequest(@Required @Text(max = 500) String reason, @Required @Text(max = 500) String evidence) implements JsonRequest {

    ReverseTransaction.Command toCommand(Caller caller, TransactionId transaction, Origin origin, Once<Transaction> once) {
        return new ReverseTransaction.Command(caller, transaction, reason, evidence, origin, once);
    }
}
