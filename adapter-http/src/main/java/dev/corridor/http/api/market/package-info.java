/** Endpoints of symbols, prices and candles. Source: the TickDB contract, section 1, "Endpoints". */
package dev.corridor.http.api.market;
