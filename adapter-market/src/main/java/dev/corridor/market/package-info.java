/**
 * Those who say what assets are worth: the operator, a simulation, the European Central Bank, and whoever answers a price as JSON. What they say
 * is read here and not judged.
 */
package dev.corridor.market;
