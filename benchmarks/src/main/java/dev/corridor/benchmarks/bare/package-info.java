/**
 * A minimal Micronaut server: routes with fixed responses, in a process of its own. It shows the cost of HTTP alone on this machine, and so
 * Corridor's own share.
 */
package dev.corridor.benchmarks.bare;
