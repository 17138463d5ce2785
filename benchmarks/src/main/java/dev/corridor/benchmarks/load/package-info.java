/**
 * The load benchmark: Corridor over HTTP beside the same work done row by row by pgbench, in one run, on one machine, on one PostgreSQL
 * with everything durable.
 *
 * <p>A <em>pair</em> is a quote and its execution. A <em>cell</em> is one workload with so many clients. Each cell is measured in several
 * rounds, and in each round one side right after the other, so that whatever else the machine does meets both.
 */
package dev.corridor.benchmarks.load;
