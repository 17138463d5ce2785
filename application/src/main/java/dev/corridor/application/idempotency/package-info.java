/**
 * Requests that take effect once, however often they are sent. A client names a request with a key; what was answered to it is remembered with
 * its effect, in one and the same database transaction, and answered again.
 */
package dev.corridor.application.idempotency;
