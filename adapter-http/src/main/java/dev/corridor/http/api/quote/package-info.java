/** Quotes and the trades they become on the wire. Source: the NXOS contract, section 1, "Quotes". */
package dev.corridor.http.api.quote;
