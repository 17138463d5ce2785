package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.transaction.Transaction;
import java.util.List;

/** Finds the caller's payouts that a chain knows by a transaction hash: the one that was named last for them. Mostly one, or none. */
public interface FindPayouts {

    @Refuses({})
    List<Transaction> find(Command command);

    record Command(Caller caller, String txHash) {}
}
