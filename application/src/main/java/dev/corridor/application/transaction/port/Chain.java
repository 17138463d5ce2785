package dev.corridor.application.transaction.port;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.DispatchReason;
import dev.corridor.domain.transaction.SignedTransfer;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * Access to blockchains. Only {@link #requireConnected} is part of a decision; the others may take as long as a network call, and belong to the
 * dispatcher.
 */
public interface Chain {

    /** Refuses a chain that payouts cannot go over, with {@code forbidden}. No I/O. */
    void requireConnected(ChainName chain);

    /**
     * Why the transfer cannot be sent, such as a wallet without the money. Asked before anything is signed, so a payout with an obstacle is certainly
     * not on the chain.
     *
     * @throws Unavailable if the chain cannot be asked
     */
    Optional<Obstacle> obstacle(ChainTransfer transfer);

    /** The address that pays on that chain. */
    String wallet(ChainName chain);

    /**
     * The wallet's first nonce that no transaction has, for a wallet that has not been used by Corridor.
     *
     * @throws Unavailable if the chain cannot be asked
     */
    long firstNonce(ChainName chain);

    /**
     * Signs the transfer, without sending it.
     *
     * @throws Unavailable if the chain or the holder of the key cannot be asked
     */
    SignedTransfer sign(ChainTransfer transfer, long nonce, Instant now);

    /**
     * Signs a stuck transfer anew, with the same nonce and more to offer for it. Empty if it may not offer more.
     *
     * @throws Unavailable if the chain or the holder of the key cannot be asked
     */
    Optional<SignedTransfer> replace(SignedTransfer stuck, Instant now);

    /** Broadcasts the bytes; idempotent. A missing response is {@link Sending#UNKNOWN}, never an exception. */
    Sending send(SignedTransfer transfer);

    /**
     * Looks up a transfer that was sent or may have been.
     *
     * @throws Unavailable if the chain cannot be asked
     */
    Fate fate(SignedTransfer transfer, Instant now);

    /** @param detail for the log, in the words of the chain */
    record Obstacle(DispatchReason reason, String detail) {}

    /**
     * What a transaction that is final has cost its wallet, in the smallest unit of the chain's own coin. Empty if the chain costs nothing.
     *
     * @throws Unavailable if the chain cannot be asked
     */
    Optional<BigInteger> cost(SignedTransfer mined);

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
        /** Final: the transaction is on the chain, and has moved nothing. */
        FAILED,
        /** Known to the chain and not yet final. */
        PENDING,
        /** Next in line for too long: the chain wants more for it. */
        STUCK,
        /** Unknown to the chain, as far as it can say. */
        ABSENT,
        /** Final: another transaction has its nonce, so it can never take effect. */
        DISPLACED
    }

    /** The chain cannot be asked, or does not answer what can be understood. It passes. */
    final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unavailable(String reason) {
            super(reason, null, false, false);
        }

        public Unavailable(String reason, Throwable cause) {
            super(reason, cause, false, false);
        }
    }
}
