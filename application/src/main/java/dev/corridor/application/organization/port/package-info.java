/** Where organizations are read. They are changed in the {@link dev.corridor.application.registry.Registry}. */
package dev.corridor.application.organization.port;
