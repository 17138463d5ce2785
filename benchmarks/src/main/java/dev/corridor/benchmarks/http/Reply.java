package dev.corridor.benchmarks.http;

/**
 * A response within a conversation.
 *
 * @param step of the request within its round
 * @param dueNanos when its round was to begin
 * @param endsRound whether it completed a round
 */
record Reply(int step, long dueNanos, long nanos, Answer answer, boolean isAccepted, boolean endsRound) {}
