package dev.corridor.persistence.lane;

import dev.corridor.persistence.BatchScope;
import java.time.Duration;

/**
 * How decisions are batched.
 *
 * @param lanes the number of lanes
 * @param queueCapacity how many decisions may wait in one lane before more are refused
 * @param batchSize how many decisions share a transaction at most
 * @param lockPatience after this time the caller of a decision that waits for a lock of another session may come again
 */
public record LaneSettings(int lanes, int queueCapacity, int batchSize, Duration lockPatience, BatchScope batchScope, PlannerSettings planning) {

    public static final int CONNECTIONS_OF_A_LANE = Lane.WRITERS;

    public static final LaneSettings STANDARD = new LaneSettings(
            2, 4_096, 256, Duration.ofSeconds(10), BatchScope.ANY, PlannerSettings.BY_KEY);

    public LaneSettings {
        if (lanes < 1 || queueCapacity < 1 || batchSize < 1) {
            throw new IllegalArgumentException("one lane must hold at least one decision");
        }
    }

    /** How many connections the lanes keep. */
    public int connections() {
        return lanes * CONNECTIONS_OF_A_LANE;
    }

    public LaneSettings withLanes(int lanes) {
        return new LaneSettings(lanes, queueCapacity, batchSize, lockPatience, batchScope, planning);
    }

    public LaneSettings withQueueCapacity(int queueCapacity) {
        return new LaneSettings(lanes, queueCapacity, batchSize, lockPatience, batchScope, planning);
    }

    public LaneSettings withLockPatience(Duration lockPatience) {
        return new LaneSettings(lanes, queueCapacity, batchSize, lockPatience, batchScope, planning);
    }

    public LaneSettings withBatchScope(BatchScope batchScope) {
        return new LaneSettings(lanes, queueCapacity, batchSize, lockPatience, batchScope, planning);
    }

    public LaneSettings withPlanning(PlannerSettings planning) {
        return new LaneSettings(lanes, queueCapacity, batchSize, lockPatience, batchScope, planning);
    }
}
