/**
 * A failure before it takes the shape of an answer: a {@link dev.corridor.http.edge.problem.Problem}. The catalogue of all that can be told is
 * {@link dev.corridor.http.edge.problem.ErrorCode}; what a failure means for money is a {@link dev.corridor.http.edge.problem.Consequence}.
 */
package dev.corridor.http.edge.problem;
