/**
 * How the business says no. Every refusal is a record that implements {@link dev.corridor.domain.error.BusinessError} and declares
 * itself with {@link dev.corridor.domain.error.Failure}; it lives with its feature, in a sealed interface whose nested records stand in order of precedence. The refusals that every feature shares
 * ({@code forbidden}, {@code not_found}, {@code validation_error}, {@code invalid_request}, {@code service_unavailable} and their like) stand here.
 */
package dev.corridor.domain.error;
