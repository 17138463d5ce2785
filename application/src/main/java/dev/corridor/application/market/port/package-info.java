/** Ports of market data. */
package dev.corridor.application.market.port;
