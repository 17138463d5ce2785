/**
 * Failures that the sandbox raises on demand. Most codes are the answer to a request that any client can send, as
 * {@link dev.corridor.http.edge.problem.ErrorCode} says; what only luck, time or a fault of ours would bring about is asked for by its code.
 */
package dev.corridor.http.edge.trigger;
