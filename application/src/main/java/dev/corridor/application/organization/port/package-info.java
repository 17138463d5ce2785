/** Port that reads organizations. They are changed through the {@link dev.corridor.application.registry.Registry}. */
package dev.corridor.application.organization.port;
