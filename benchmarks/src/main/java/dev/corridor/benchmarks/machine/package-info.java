/** The machine: its facts, its disk's latency, processes, and a working directory. */
package dev.corridor.benchmarks.machine;
