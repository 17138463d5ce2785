package dev.corridor.benchmarks.baseline;

/**
 * A run of pgbench.
 *
 * @param processed all transactions, including those of the lead-in
 */
record PgbenchRun(long processed, PgbenchLog log) {}
