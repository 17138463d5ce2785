/** Idempotency records: written in the transaction of their request, dropped by the partition when they expire. */
package dev.corridor.persistence.idempotency;
