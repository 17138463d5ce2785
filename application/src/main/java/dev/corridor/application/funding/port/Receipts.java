package dev.corridor.application.funding.port;

import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.Receipt.Returned;
import dev.corridor.domain.funding.Receipt.Suspended;
import dev.corridor.domain.funding.ReceiptId;
import java.util.List;
import java.util.Optional;

/** Receipts of the house. Those that credit an account are recorded by the decision that credits it. */
public interface Receipts {

    Optional<Receipt> find(ReceiptId id);

    /** Records a receipt that credits no account, and answers it; or the receipt that the arrival has already. */
    Receipt keep(Receipt receipt);

    /** What is SUSPENDED, the oldest first. */
    List<Suspended> suspended(int limit);

    /** Ends what is SUSPENDED. False if something else has been decided about it. */
    boolean giveBack(Returned receipt);
}
