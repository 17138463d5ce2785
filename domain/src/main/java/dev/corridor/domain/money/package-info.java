/** Exact money: an {@link dev.corridor.domain.money.Asset} and a whole number of its smallest units; and rates between two assets. */
package dev.corridor.domain.money;
