/**
 * Failures that the sandbox raises on demand. A client can cause most codes by an ordinary request, see
 * {@link dev.corridor.http.edge.problem.ErrorCode}. Codes that need chance, time or a bug are requested by a header.
 */
package dev.corridor.http.api.trigger;
