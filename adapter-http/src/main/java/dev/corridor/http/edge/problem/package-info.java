/**
 * A failure before it takes the shape of an answer: a {@link dev.corridor.http.edge.problem.Problem}. The list of all codes is
 * {@link dev.corridor.http.edge.problem.ErrorCode}; what a failure means for money is a {@link dev.corridor.domain.error.Consequence}.
 */
package dev.corridor.http.edge.problem;
