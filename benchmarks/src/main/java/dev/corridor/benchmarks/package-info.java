/**
 * Corridor's performance: under load as a whole, and of its parts with JMH. Not part of the tests, because figures from a busy machine are
 * misleading. On a quiet one:
 *
 * <pre>{@code
 * ./corridor bench                          # the load benchmark
 * ./corridor bench jmh                      # all parts
 * ./corridor bench jmh MoneyBenchmark.add   # those whose name matches
 * }</pre>
 */
package dev.corridor.benchmarks;
