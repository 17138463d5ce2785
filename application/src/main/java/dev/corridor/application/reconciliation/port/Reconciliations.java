package dev.corridor.application.reconciliation.port;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has come of comparing the books with rails: a record for each rail and day, and up to where they agree. */
public interface Reconciliations {

    /** Empty if the rail has never been compared. */
    Optional<Checkpoint> checkpoint(String rail);

    /** Never goes back. */
    void reach(String rail, Checkpoint checkpoint);

    /** Leases the day's comparison of the rail. False if another node has it, or the day has its record. */
    boolean claim(String rail, LocalDate day, Instant now, Duration lease);

    /** Keeps the record of the rail and day, in place of an earlier one. */
    void record(Reconciliation reconciliation);

    /** The newest of each rail that has reached its end. */
    List<Reconciliation> newest();

    /** The {@linkplain Difference#line lines} of the differences that an operator has explained. */
    Set<String> accepted(String rail);

    /** Keeps that an operator has explained them. No effect on those that are explained already. */
    void accept(String rail, List<Difference> differences, String by, String evidence, Instant now);

    /**
     * A comparison.
     *
     * @param movements how many transfers or entries of the rail were compared
     * @param differences how many are not explained
     * @param failure why it has not reached its end
     */
    record Reconciliation(String rail, LocalDate day, Instant comparedAt, long movements, long differences, Optional<String> failure) {}
}
