package dev.corridor.application.transaction.port;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One thing that a bank says of its account or of orders. Texts are empty where it says nothing. */
public sealed interface BankNotice {

    /**
     * What has become of an order.
     *
     * @param reason the bank's code and text
     */
    record OrderStatus(String endToEndId, Standing standing, String reason) implements BankNotice {}

    /** What has become of all orders of a file of which nothing else is said. */
    record FileStatus(String messageId, Standing standing, String reason) implements BankNotice {}

    /**
     * Money that has left the account.
     *
     * @param reference by which the bank tells it from all other entries; where it has none, the order's or the entry's place in the report
     */
    record Debit(String reference, String endToEndId, String currency, BigDecimal amount, Instant bookedAt) implements BankNotice {}

    /**
     * How the account stands at the end of a day.
     *
     * @param id the bank's name for the statement
     * @param opening negative if the account is overdrawn; empty if the bank does not say
     * @param booked what the statement's entries come to
     */
    record Statement(String id, String currency, Optional<BigDecimal> opening, BigDecimal closing, BigDecimal booked, LocalDate day)
            implements BankNotice {}

    /**
     * Money that has come in.
     *
     * @param reference by which the bank tells it from all other entries, in each message that names it
     * @param endToEndId the payer's name for it; if that is a payout's, the money is what comes back of it
     * @param payee the account number that the payer has used
     * @param returnReason the bank's code and text, if it is a return
     */
    record Credit(
            String reference,
            String endToEndId,
            String currency,
            BigDecimal amount,
            String payer,
            String payee,
            String remittance,
            Instant bookedAt,
            String returnReason)
            implements BankNotice {

        /** Leaves out the payer, which is personal data. */
        @Override
        public String toString() {
            return "Credit[" + reference + ", " + endToEndId + ", " + currency + " " + amount + "]";
        }
    }

    enum Standing {
        /** The money has left. */
        SETTLED,
        /** Certain: it will not be paid, or has come back. */
        REFUSED,
        /** Anything less certain: the bank has it, or says nothing that is final. */
        OPEN
    }
}
