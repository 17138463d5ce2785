package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.Entry;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads how a transaction came to its state: what it has posted to the account, and how far a crypto payout has got on its way to the chain. */
public interface GetTimeline {

    @Refuses(NotFound.class)
    Result get(Command command);

    record Command(Caller caller, TransactionId transaction) {}

    /**
     * @param entries of the account, in the order of their lines
     * @param sending empty if nothing is sent over a chain
     */
    record Result(Transaction transaction, List<Entry> entries, Optional<Sending> sending) {

        public Result {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param isWithdrawn whether an obstacle was found before anything was signed, so that it will never be sent
     * @param failures how many turns came to nothing
     * @param attempts what was signed, the oldest first; at most one of them takes effect
     */
    record Sending(boolean isWithdrawn, int failures, List<Attempt> attempts) {

        public Sending {
            attempts = List.copyOf(attempts);
        }
    }

    record Attempt(String txHash, Instant signedAt) {}
}
