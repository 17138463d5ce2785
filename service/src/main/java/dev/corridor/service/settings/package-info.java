/**
 * The operator's settings, as environment variables.
 *
 * <p>{@code Setting} lists them, and the table in docs/configuration.md is tested against it. {@code Settings} has their values.
 */
package dev.corridor.service.settings;
