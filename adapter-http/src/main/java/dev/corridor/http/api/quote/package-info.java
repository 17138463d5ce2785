/** Endpoints of quotes and their execution. Source: the NXOS contract, section 1, "Quotes". */
package dev.corridor.http.api.quote;
