/** A failure before it takes the shape of an answer: a {@link dev.corridor.http.problem.Problem}. */
package dev.corridor.http.problem;
