/**
 * What Corridor is measured against: pgbench, PostgreSQL's own load generator, doing the same work row by row, as a program would that
 * takes one database transaction per request. It has neither HTTP nor JSON to do, only the SQL, in its own tables on the same server.
 */
package dev.corridor.benchmarks.baseline;
