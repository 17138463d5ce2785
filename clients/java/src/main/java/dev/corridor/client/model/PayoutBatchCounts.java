package dev.corridor.client.model;

/**
 * How many items there are, in all and in each state.
 *
 * @param pending not decided yet
 * @param submitted accepted: each has its transaction
 * @param refused nothing was set aside
 * @param cancelled not decided when the batch was cancelled
 */
public record PayoutBatchCounts(int total, int pending, int submitted, int refused, int cancelled) {}
