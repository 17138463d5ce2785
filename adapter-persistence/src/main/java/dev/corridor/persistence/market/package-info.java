/** Tables of ticks and candles, shared by all nodes. */
package dev.corridor.persistence.market;
