package dev.corridor.application.reconciliation;

import dev.corridor.application.reconciliation.port.Checkpoint;
import dev.corridor.application.reconciliation.port.Difference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Compares the books with one rail. */
public interface RailComparison {

    /** The rail's name, as receipts have it. */
    String rail();

    /**
     * @param since up to where they were found to agree
     * @param now when the comparison begins
     * @throws dev.corridor.application.transaction.port.Chain.Unavailable if the rail cannot be asked
     */
    Result compare(Optional<Checkpoint> since, Instant now);

    /** @param reached up to where they agree, if there are no differences */
    record Result(Checkpoint reached, long movements, List<Difference> differences) {

        public Result {
            differences = List.copyOf(differences);
        }
    }
}
