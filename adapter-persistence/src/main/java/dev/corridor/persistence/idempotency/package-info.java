/** What was answered to requests that were named with a key, in its table: written with the effect of the request, removed in steps. */
package dev.corridor.persistence.idempotency;
