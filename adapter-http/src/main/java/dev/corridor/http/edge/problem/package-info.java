/**
 * Failures before they become responses: {@link dev.corridor.http.edge.problem.Problem}. {@link dev.corridor.http.edge.problem.ErrorCode}
 * lists all codes; {@link dev.corridor.domain.error.Consequence} is their effect on money.
 */
package dev.corridor.http.edge.problem;
