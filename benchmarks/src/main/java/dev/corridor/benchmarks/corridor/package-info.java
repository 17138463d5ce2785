/** Corridor as measured here: its process, PostgreSQL, accounts, requests, and the check of the books. */
package dev.corridor.benchmarks.corridor;
