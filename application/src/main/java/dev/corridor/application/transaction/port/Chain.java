package dev.corridor.application.transaction.port;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Instant;

/** The blockchains. */
public interface Chain {

    /** Makes the bytes that will move the money. No input or output: it is part of the decision that sets the money aside. */
    SignedTransfer sign(Order order);

    /** Sends the bytes. Harmless to repeat. An answer that does not come is {@link Sending#UNKNOWN}, never an exception. */
    Sending send(SignedTransfer transfer);

    /** What has become of a transfer that was, or may have been, sent. */
    Fate fate(SignedTransfer transfer, Instant now);

    record Order(
            TransactionId transaction, OrganizationId organization, ChainName chain, String toAddress, Money amount, Instant signedAt) {

        /** The address is personal data. */
        @Override
        public String toString() {
            return "Order[" + transaction + ", " + chain + ", " + amount + "]";
        }
    }

    /** The three outcomes of a send. */
    enum Sending {
        /** The chain has the bytes, from this send or from an earlier one. */
        ACCEPTED,
        /** These bytes can never take effect, whoever sends them: the money is safe to release. Anything less certain is unknown. */
        REFUSED,
        /** The chain may have taken it or not: only asking for its fate will tell. */
        UNKNOWN
    }

    enum Fate {
        /** It is final: the money has arrived. */
        CONFIRMED,
        /** It is final: the money will never arrive. */
        FAILED,
        /** The chain knows it and has not made up its mind. */
        PENDING,
        /** The chain has never seen it, as far as it can say. */
        ABSENT
    }
}
