/**
 * The one way out for failures: {@code ErrorPipe}. What happens every day enters it by {@code ErrorRoutes}, and {@code FrameworkRefusals} brings back
 * what the framework refuses past it. No controller has an error handler of its own.
 */
package dev.corridor.http.edge.error;
