/**
 * How fast Corridor is: under load, as a whole, and its parts, each alone, with JMH. Nothing here runs with the tests: a number from a busy
 * machine is worse than none. On a quiet one:
 *
 * <pre>{@code
 * ./corridor bench                          # the load benchmark
 * ./corridor bench jmh                      # all parts
 * ./corridor bench jmh MoneyBenchmark.add   # those whose name matches
 * }</pre>
 */
package dev.corridor.benchmarks;
