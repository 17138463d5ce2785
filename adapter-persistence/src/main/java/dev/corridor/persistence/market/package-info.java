/** Ticks and candles: what all nodes agree on. */
package dev.corridor.persistence.market;
