/**
 * The least that a Micronaut server can do: a route that answers bytes it was given. It runs in a process of its own and shows what HTTP
 * alone costs on this machine, so that Corridor's own share can be told.
 */
package dev.corridor.benchmarks.bare;
