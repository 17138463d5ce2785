/** Port of the retention of stored responses. */
package dev.corridor.application.idempotency.port;
