/**
 * The baseline: pgbench, PostgreSQL's own load generator, does the same work row by row, like a program with one database transaction per
 * request. It needs no HTTP or JSON, only SQL, in its own tables on the same server.
 */
package dev.corridor.benchmarks.baseline;
