package dev.corridor.application.funding.port;

import dev.corridor.application.transaction.port.BankNotice;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What banks have booked, as they say it, whatever the books make of it. The books are compared with it later. */
public interface BankBookings {

    /** No effect on what is kept already: the same entry stands in several messages. */
    void keep(String bank, List<Booked> booked, Instant now);

    sealed interface Booked {}

    /**
     * An entry of the account.
     *
     * @param payout that its end-to-end id names
     * @param receipt of a credit; empty for a debit
     */
    record Entry(String reference, Value value, Optional<TransactionId> payout, Optional<ReceiptId> receipt, Instant bookedAt)
            implements Booked {}

    record Balance(BankNotice.Statement statement) implements Booked {}
}
