/**
 * Turns a request's body into a record: parsing, binding and validation in one pass, so that one response reports all faulty fields. See
 * {@link dev.corridor.http.edge.body.JsonRequest}.
 */
package dev.corridor.http.edge.body;
