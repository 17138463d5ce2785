/**
 * Sends webhooks to customers' endpoints, over HTTP/1.1 and TLS on plain sockets. A customer chooses where a request goes, so it must not be able to
 * lead it inwards: a name is resolved once, each of its addresses is checked, and the connection goes to a checked address, while TLS still verifies
 * the name. {@code java.net.http} resolves names by itself, so that what is checked need not be what is connected to.
 */
package dev.corridor.webhook;
