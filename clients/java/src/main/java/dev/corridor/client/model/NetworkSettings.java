package dev.corridor.client.model;

import java.util.Optional;

/**
 * How an organization is known on the network.
 *
 * @param handle null if it has never had one
 */
public record NetworkSettings(boolean enabled, Optional<String> handle, boolean showOrganizationName) {}
