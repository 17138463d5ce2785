/** A real Ethereum node for tests, with a token on it. */
package dev.corridor.chain.testing;
