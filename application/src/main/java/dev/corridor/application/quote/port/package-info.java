/** Where quotes are kept. */
package dev.corridor.application.quote.port;
