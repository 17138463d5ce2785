package dev.corridor.application.transaction.port;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Instant;

/** Access to blockchains. */
public interface Chain {

    /** Signs a transfer. No I/O, since it is part of the decision that locks the money. */
    SignedTransfer sign(Order order);

    /** Broadcasts the bytes; idempotent. A missing response is {@link Sending#UNKNOWN}, never an exception. */
    Sending send(SignedTransfer transfer);

    /** Looks up a transfer that was sent or may have been. */
    Fate fate(SignedTransfer transfer, Instant now);

    record Order(
            TransactionId transaction, OrganizationId organization, ChainName chain, String toAddress, Money amount, Instant signedAt) {

        /** Leaves out the address, which is personal data. */
        @Override
        public String toString() {
            return "Order[" + transaction + ", " + chain + ", " + amount + "]";
        }
    }

    enum Sending {
        /** The chain has the bytes, from this or an earlier send. */
        ACCEPTED,
        /** The bytes can never take effect, so the money may be released. Anything less certain is UNKNOWN. */
        REFUSED,
        /** The chain may have accepted it; only {@link #fate} can tell. */
        UNKNOWN
    }

    enum Fate {
        /** Final: the money has arrived. */
        CONFIRMED,
        /** Final: the money will never arrive. */
        FAILED,
        /** Known to the chain and not yet final. */
        PENDING,
        /** Unknown to the chain, as far as it can say. */
        ABSENT
    }
}
