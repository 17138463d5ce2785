/** The one way out for failures: {@code ErrorPipe}. No controller has an error handler of its own. */
package dev.corridor.http.error;
