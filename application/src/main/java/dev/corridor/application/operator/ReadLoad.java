package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.operator.Backlog;
import dev.corridor.domain.operator.LaneLoad;
import java.time.Instant;
import java.util.List;

/** Operator only: how much waits, and whether the books and the rails agree. */
public interface ReadLoad {

    @Refuses({})
    Result read();

    /**
     * @param rails the payouts that are LOCKED
     * @param outboxes what is to be carried out still
     * @param comparisons the newest of each rail
     */
    record Result(LaneLoad lanes, List<Backlog> rails, List<Backlog> outboxes, List<Comparison> comparisons) {}

    /** @param differences between books and rail that nobody has explained */
    record Comparison(String rail, Instant comparedAt, long differences) {}
}
