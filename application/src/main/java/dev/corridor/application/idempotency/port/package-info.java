/** Where answers that nobody will ask for again are removed. */
package dev.corridor.application.idempotency.port;
