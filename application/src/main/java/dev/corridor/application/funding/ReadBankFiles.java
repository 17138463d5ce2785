package dev.corridor.application.funding;

import dev.corridor.application.Refuses;

/**
 * Periodic job that does what banks say. A settled order or a debit completes its payout; a refusal declines it, or, once it was completed, brings the money
 * back; a credit with a payout's end-to-end id is what comes back of it, all or a part; other credits are receipts. Files may come in any order and more
 * than once. Safe on several nodes at once.
 *
 * <p>A file that names a payout which is not in the books stays where it is, and is looked at again. After a day, and like one that cannot be read,
 * it is put aside with the reason. Whatever else it says is done.
 */
public interface ReadBankFiles {

    /** Returns the most files that were taken from one bank. */
    @Refuses({})
    int read(Command command);

    /** @param limit the most files per bank and run */
    record Command(int limit) {}
}
