package dev.corridor.benchmarks.http;

/**
 * A response within a conversation.
 *
 * @param step of the request within its round
 * @param endsRound whether it completed a round
 */
record Reply(int step, long nanos, Answer answer, boolean isAccepted, boolean endsRound) {}
