/**
 * For tests, ours and those of apps that embed Corridor: all ports in memory ({@link dev.corridor.testing.InMemoryStore}), and the contracts
 * that every implementation of a port is held to.
 */
package dev.corridor.testing;
