/**
 * How the business says no. A refusal is a record that implements {@link dev.corridor.domain.error.BusinessError} and declares itself once, with
 * {@link dev.corridor.domain.error.Failure}. It lives with its feature, in a sealed interface whose nested records stand in order of precedence; those
 * that all features share ({@code forbidden}, {@code not_found}, {@code validation_error}, {@code invalid_request} and their like) stand here.
 */
package dev.corridor.domain.error;
