package dev.corridor.application.reconciliation;

import dev.corridor.application.Refuses;
import dev.corridor.application.reconciliation.port.Difference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Compares the books with what each connected chain and bank itself says, since they were last found to agree, and keeps the day's record of it. Changes
 * nothing in the books. It may run while the service works, and on several nodes at once.
 *
 * <p>A difference is reported each time, until it is gone or an operator has explained it. The first comparison with a chain only records where it begins.
 */
public interface ReconcileRails {

    @Refuses({})
    List<Outcome> reconcile(Command command);

    sealed interface Command {

        /** All rails, for an operator. */
        record Now() implements Command {}

        /** All rails, and their differences are explained from now on. */
        record Accept(String evidence) implements Command {}

        /** The rails that have no record of today, each by one node. */
        record Daily(Duration lease) implements Command {}
    }

    /**
     * What has come of a rail.
     *
     * @param failure why the comparison has not reached its end; differences that were found before count
     */
    record Outcome(String rail, long movements, List<Difference> differences, Optional<String> failure) {

        public Outcome {
            differences = List.copyOf(differences);
        }
    }
}
