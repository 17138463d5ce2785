/**
 * How the body of a request becomes a record: parsed, bound and validated in one go, so that one answer names every faulty field.
 * See {@link dev.corridor.http.edge.body.JsonRequest}.
 */
package dev.corridor.http.edge.body;
