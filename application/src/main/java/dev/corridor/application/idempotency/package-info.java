/**
 * Idempotent requests. The response to a request with an idempotency key is stored in the database transaction of its effect, and replayed
 * to retries.
 */
package dev.corridor.application.idempotency;
