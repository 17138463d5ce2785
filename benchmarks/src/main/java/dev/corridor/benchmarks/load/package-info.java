/**
 * The load benchmark: Corridor over HTTP, compared with pgbench doing the same work row by row. Both run on one machine and one durable
 * PostgreSQL.
 *
 * <p>A <em>pair</em> is a quote and its execution. A <em>cell</em> is a workload with a number of clients. Cells are measured in several
 * rounds, and the sides alternate within each round, so that disturbances of the machine affect both.
 */
package dev.corridor.benchmarks.load;
