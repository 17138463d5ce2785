package dev.corridor.domain.operator;

import java.time.Duration;

/**
 * What waits in the lanes of a node.
 *
 * @param oldest how long the first decision has waited
 */
public record LaneLoad(int waiting, Duration oldest) {}
