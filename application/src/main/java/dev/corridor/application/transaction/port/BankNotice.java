package dev.corridor.application.transaction.port;

import java.math.BigDecimal;
import java.time.Instant;

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

    /** Money that has left the account. */
    record Debit(String endToEndId, String currency, BigDecimal amount) implements BankNotice {}

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
