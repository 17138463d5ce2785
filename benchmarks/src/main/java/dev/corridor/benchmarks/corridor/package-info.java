/** Corridor as it runs here: its process, its PostgreSQL, accounts to work with, what clients say to it, and whether the books add up. */
package dev.corridor.benchmarks.corridor;
