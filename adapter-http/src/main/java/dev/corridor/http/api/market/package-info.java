/** Symbols, prices and candles on the wire. Source: the TickDB contract, section 1, "Endpoints". */
package dev.corridor.http.api.market;
