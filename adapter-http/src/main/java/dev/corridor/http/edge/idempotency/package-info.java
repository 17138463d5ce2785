/** Requests with an {@code Idempotency-Key}. Source: the NXOS contract, section 1, "Idempotency". */
package dev.corridor.http.edge.idempotency;
