/**
 * What the operator can set, as environment variables.
 *
 * <p>{@code Setting} is the list of them, as data: the README's table is checked against it. {@code Settings} is what they say.
 */
package dev.corridor.service.settings;
