/** The machine that everything runs on: what it is, how long its disk takes, programs that run on it, a directory to work in. */
package dev.corridor.benchmarks.machine;
