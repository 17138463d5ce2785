/**
 * The only path of errors to responses is {@code ErrorPipe}. Frequent exceptions enter it through {@code ErrorRoutes}, and
 * {@code FrameworkRefusals} adds the framework's own refusals. Controllers have no error handlers.
 */
package dev.corridor.http.edge.error;
