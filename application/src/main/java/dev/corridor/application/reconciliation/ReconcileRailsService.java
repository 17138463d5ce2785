package dev.corridor.application.reconciliation;

import dev.corridor.application.reconciliation.port.Reconciliations;
import dev.corridor.application.reconciliation.port.Reconciliations.Reconciliation;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.domain.access.Operator;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What agrees is not compared again: the next comparison begins where the last one without differences has ended. */
public final class ReconcileRailsService implements ReconcileRails {

    private static final Logger LOG = System.getLogger(ReconcileRailsService.class.getName());

    private final List<RailComparison> rails;
    private final Reconciliations records;
    private final InstantSource clock;

    public ReconcileRailsService(List<RailComparison> rails, Reconciliations records, InstantSource clock) {
        this.rails = List.copyOf(rails);
        this.records = records;
        this.clock = clock;
    }

    @Override
    public List<Outcome> reconcile(Command command) {
        var now = clock.instant();
        return rails.stream().filter(rail -> isDue(rail, command, now)).map(rail -> reconcile(rail, command, now)).toList();
    }

    private boolean isDue(RailComparison rail, Command command, Instant now) {
        return switch (command) {
            case Command.Now all -> true;
            case Command.Accept all -> true;
            case Command.Daily daily -> records.claim(rail.rail(), day(now), now, daily.lease());
        };
    }

    private Outcome reconcile(RailComparison rail, Command command, Instant now) {
        var outcome = compare(rail, command, now);
        records.record(new Reconciliation(
                rail.rail(), day(now), now, outcome.movements(), outcome.differences().size(), outcome.failure()));
        outcome.failure().ifPresent(failure -> LOG.log(Level.WARNING, "{0} could not be compared with the books: {1}", rail.rail(), failure));
        if (!outcome.differences().isEmpty()) {
            LOG.log(Level.ERROR, "{0} and the books differ in {1} places; `./corridor reconcile` lists them", rail.rail(),
                    outcome.differences().size());
        }
        return outcome;
    }

    private Outcome compare(RailComparison rail, Command command, Instant now) {
        try {
            var result = rail.compare(records.checkpoint(rail.rail()), now);
            var accepted = records.accepted(rail.rail());
            var differences = result.differences().stream().filter(difference -> !accepted.contains(difference.line())).toList();
            if (command instanceof Command.Accept explained) {
                records.accept(rail.rail(), differences, new Operator().toString(), explained.evidence(), now);
            }
            if (differences.isEmpty() || command instanceof Command.Accept) {
                records.reach(rail.rail(), result.reached());
            }
            return new Outcome(rail.rail(), result.movements(), command instanceof Command.Accept ? List.of() : differences, Optional.empty());
        } catch (Unavailable e) {
            return new Outcome(rail.rail(), 0, List.of(), Optional.of(e.getMessage()));
        }
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
