package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import java.time.Duration;

/**
 * Periodic job that takes fiat payouts to their banks. Puts those that wait into files, keeps each file, and hands it over. After a crash the same
 * file is handed over again; no payout ever gets into another one. Safe on several nodes at once.
 */
public interface SendBankFiles {

    /** Returns the most payouts that were put into files for one bank. */
    @Refuses({})
    int send(Command command);

    /**
     * @param lease time until a payout or a file is tried again; longer than a turn may take
     * @param limit the most payouts per bank and run
     */
    record Command(Duration lease, int limit) {}
}
