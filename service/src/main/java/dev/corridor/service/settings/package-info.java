/**
 * What the operator can set, as environment variables.
 *
 * <p>{@code Setting} is the list of them, as data: the table in docs/configuration.md is checked against it. {@code Settings} is what they say.
 */
package dev.corridor.service.settings;
