package dev.corridor.benchmarks.http;

/**
 * An answer, seen from the conversation it belongs to.
 *
 * @param step which of the round's requests was answered
 * @param endsRound whether it was the last answer of a round that went as hoped
 */
record Reply(int step, long nanos, Answer answer, boolean isAccepted, boolean endsRound) {}
