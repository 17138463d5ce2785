package dev.corridor.application.transaction.port;

import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.Dispatch;
import dev.corridor.domain.transaction.DispatchReason;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The transfers of crypto payouts, each from the decision that writes it until its payout has ended: what is to be sent, the nonce that it got, and
 * what was signed for it. Every method is durable when it returns, and takes effect once however often and by whom it is called.
 */
public interface Outbox {

    /**
     * Leases due transfers, the longest waiting first. No other worker gets them during the lease; after a crash they become due when it
     * ends. A new transfer is due one lease after it was recorded.
     *
     * @param limit the most transfers per call
     */
    List<Outgoing> claim(Instant now, Duration lease, int limit);

    /** The payout's transfer, as its organization sees it. Changes nothing. */
    Optional<Outgoing> find(OrganizationId organization, TransactionId payout);

    /**
     * How far the payout has got, as its organization sees it. Empty if it has no transfer.
     *
     * @param lease of claims: what was claimed comes up again after it
     */
    Optional<Dispatch> dispatch(OrganizationId organization, TransactionId payout, Duration lease);

    /** Keeps the transfer from being claimed for a while, on top of the lease, after a turn that came to nothing. */
    void postpone(ChainTransfer transfer, Duration by, DispatchReason reason);

    /** Whether the wallet has its next nonce here. */
    boolean isEnrolled(ChainName chain, String wallet);

    /** Lets the nonces of a wallet begin. No effect on one that is enrolled. */
    void enrol(ChainName chain, String wallet, long firstNonce);

    /** Gives the transfer the wallet's next nonce, or answers the one that it has. Empty if it was withdrawn, or its payout has ended. */
    OptionalLong reserve(ChainTransfer transfer, String wallet);

    /** Makes sure that the transfer is never prepared. False if it has a nonce already. */
    boolean withdraw(ChainTransfer transfer, DispatchReason reason);

    /**
     * Keeps what was signed, and names its hash in the payout. Of several that were signed as the same attempt the first is kept, and answered.
     * Empty if the transfer does not have this nonce any more, or its payout has ended: then nothing may be sent.
     */
    Optional<SignedTransfer> store(SignedTransfer signed);

    /** Counts a send, and keeps what became of it. No effect if the transfer has another nonce by now. */
    void sent(SignedTransfer signed, Finding finding);

    /** Keeps what was found out about an earlier send. No effect if the transfer has another nonce by now. */
    void found(SignedTransfer signed, Finding finding);

    /** Names the hash of one of several attempts in the payout: the one that is on the chain. */
    void name(SignedTransfer mined);

    /**
     * Takes the nonce from a transfer that can never be mined with it, so that the transfer gets another one. False if that is not proved: another worker
     * has stored a later attempt, which may be the one that has the nonce.
     *
     * @param newest the last attempt that is known to be displaced, as are those before it
     */
    boolean release(SignedTransfer newest);

    /**
     * What is known of a send.
     *
     * @param isAccepted whether the chain has the bytes; false says nothing
     * @param reason why it came to nothing, as far as is known; empty if it did not
     */
    record Finding(boolean isAccepted, Optional<DispatchReason> reason) {

        public static final Finding ACCEPTED = new Finding(true, Optional.empty());
        public static final Finding FAILED = new Finding(true, Optional.of(DispatchReason.FAILED));
        public static final Finding STUCK = new Finding(false, Optional.of(DispatchReason.FEE_TOO_HIGH));

        public static Finding of(Sending outcome) {
            return switch (outcome) {
                case ACCEPTED -> ACCEPTED;
                case REFUSED -> new Finding(false, Optional.of(DispatchReason.REFUSED));
                case UNKNOWN -> new Finding(false, Optional.of(DispatchReason.NO_ANSWER));
            };
        }
    }

    /**
     * A transfer and how far it has come.
     *
     * @param isWithdrawn whether it will not be prepared any more
     * @param nonce its nonce, once it has one
     * @param signed what was signed for this nonce, the oldest first
     * @param isAccepted whether the chain is known to have one of them
     * @param failures how many turns came to nothing
     */
    record Outgoing(
            ChainTransfer transfer,
            boolean isWithdrawn,
            OptionalLong nonce,
            List<SignedTransfer> signed,
            boolean isAccepted,
            int failures) {

        public Outgoing {
            signed = List.copyOf(signed);
        }

        /** Nothing has been done for it. */
        public static Outgoing fresh(ChainTransfer transfer) {
            return new Outgoing(transfer, false, OptionalLong.empty(), List.of(), false, 0);
        }
    }
}
