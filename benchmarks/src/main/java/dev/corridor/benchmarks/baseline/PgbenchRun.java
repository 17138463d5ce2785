package dev.corridor.benchmarks.baseline;

/**
 * What pgbench did.
 *
 * @param processed all transactions of the script, those of the lead-in included
 */
record PgbenchRun(long processed, PgbenchLog log) {}
