/** Requests that a client has named, so that each takes effect once: the name, what it asks for, and what was answered. */
package dev.corridor.domain.idempotency;
