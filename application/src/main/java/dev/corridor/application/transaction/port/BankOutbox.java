package dev.corridor.application.transaction.port;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.domain.transaction.BankOrder;
import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.Dispatch;
import dev.corridor.domain.transaction.DispatchReason;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The transfers of fiat payouts, each from the decision that writes it until it is in a file, and the files until they are handed over. Every method is
 * durable when it returns, and takes effect once however often and by whom it is called.
 */
public interface BankOutbox {

    /**
     * Leases payouts that are in no file yet, the longest waiting first. No other worker gets them during the lease; after a crash they become due
     * when it ends. A new payout is due at once.
     *
     * @param limit the most payouts per call
     */
    List<Waiting<BankOrder>> claim(String bank, Instant now, Duration lease, int limit);

    /** Keeps the payout from being claimed for a while, on top of the lease, after a turn that came to nothing. */
    void postpone(BankOrder order, Duration by, DispatchReason reason);

    /** A number that no other file of the bank gets. Numbers may have gaps. */
    long nextNumber(String bank);

    /**
     * Keeps the file and takes the payouts as its orders. False, and nothing is kept, if one of them has ended, was withdrawn, or is in a file
     * already. The file is due at once.
     */
    boolean store(BankFile file, List<BankOrder> orders, Instant now);

    /** Leases files that were not handed over, as {@link #claim} does payouts. */
    List<Waiting<BankFile>> claimFiles(String bank, Instant now, Duration lease, int limit);

    /** As {@link #postpone(BankOrder, Duration, DispatchReason)}. */
    void postpone(BankFile file, Duration by, DispatchReason reason);

    /** The bank has the file. */
    void handedOver(BankFile file, Instant now);

    /** The bank speaks of the payout, so it has the file with its order. */
    void acknowledge(BankTransfer transfer, Instant now);

    Progress progress(BankTransfer transfer);

    /** How far the payout has got, as its organization sees it. Empty if it has no transfer. */
    Optional<Dispatch> dispatch(OrganizationId organization, TransactionId payout);

    /** Makes sure that the payout never gets into a file. False if it is in one. */
    boolean withdraw(BankTransfer transfer);

    /** The transfer of a payout, whatever its state. */
    Optional<BankTransfer> find(TransactionId payout);

    /** Those that a file has orders of. */
    List<BankTransfer> inFile(String bank, long number);

    /** How far a transfer has come. */
    enum Progress {
        /** It is in no file. */
        WAITING,
        /** It is in a file that the bank may not have yet. */
        FILED,
        HANDED_OVER
    }

    /**
     * What is due.
     *
     * @param failures how many turns came to nothing
     */
    record Waiting<T>(T work, int failures) {}
}
