/** Port that reads quotes. */
package dev.corridor.application.quote.port;
