package dev.corridor.http.api.sandbox;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.ReturnPayout;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.DecimalAmount;
import dev.corridor.http.edge.validation.Is;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/** @param amount in major units of the payout's asset; all that is still out if absent */
@Introspected
record ReturnRequest(@Nullable @Is(DecimalAmount.class) String amount) implements JsonRequest {

    private static final String EVIDENCE = "Returned in the sandbox.";

    ReturnPayout.Command toCommand(Caller caller, TransactionId payout, Origin origin, Once<Transaction> once) {
        return new ReturnPayout.Command(caller, payout, Optional.ofNullable(amount), EVIDENCE, origin, once);
    }
}
