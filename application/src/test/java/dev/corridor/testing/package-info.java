/**
 * For tests, Corridor's and those of apps that embed it: the contracts that every implementation of a port is held to, and their fixtures.
 */
package dev.corridor.testing;
