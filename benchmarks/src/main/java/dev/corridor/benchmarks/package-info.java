/**
 * How fast the parts are, each alone, measured with JMH. Nothing here runs with the tests: a number from a busy machine is worse than
 * none. On a quiet one, with a JDK from 21 on, this builds them and runs all, or those whose name matches:
 *
 * <pre>{@code
 * ./mvnw -q -pl benchmarks -am -DskipTests package
 * java -jar benchmarks/target/corridor-benchmarks.jar
 * java -jar benchmarks/target/corridor-benchmarks.jar MoneyBenchmark.convert
 * }</pre>
 */
package dev.corridor.benchmarks;
