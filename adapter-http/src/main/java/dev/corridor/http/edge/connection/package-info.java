/**
 * What is checked of a connection before any request on it: where a request begins and ends, how long it may take, and that every reader
 * understands it alike. An ambiguous request is refused, has no effect, and is the last of its connection. Source: RFC 9112.
 */
package dev.corridor.http.edge.connection;
