/** Idempotency records: written in the transaction of their request, deleted in batches when they expire. */
package dev.corridor.persistence.idempotency;
