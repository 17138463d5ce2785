/** Idempotency: a client names a request by a key, so that retries take effect once and replay the stored response. */
package dev.corridor.domain.idempotency;
