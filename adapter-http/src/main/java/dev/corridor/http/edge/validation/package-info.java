/**
 * Constraints on request fields. All but {@link dev.corridor.http.edge.validation.Required} accept {@code null}. Their messages continue a
 * sentence that begins with the field's name.
 */
package dev.corridor.http.edge.validation;
