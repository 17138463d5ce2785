package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Operator only: how much waits, and whether the books and the rails agree. */
public interface ReadLoad {

    @Refuses({})
    Result read();

    /**
     * @param rails the payouts that are LOCKED
     * @param outboxes what is to be carried out still
     * @param comparisons the newest of each rail
     */
    record Result(Lanes lanes, List<Waiting> rails, List<Waiting> outboxes, List<Comparison> comparisons) {}

    /**
     * The lanes of the node that answers.
     *
     * @param oldest how long the first decision has waited
     */
    record Lanes(int waiting, Duration oldest) {}

    /**
     * @param name of the rail or outbox
     * @param oldestSince empty if nothing waits
     */
    record Waiting(String name, long number, Optional<Instant> oldestSince) {}

    /** @param differences between books and rail that nobody has explained */
    record Comparison(String rail, Instant comparedAt, long differences) {}
}
