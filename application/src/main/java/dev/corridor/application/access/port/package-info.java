/** Ports of authentication. Keys are changed through the {@link dev.corridor.application.registry.Registry}. */
package dev.corridor.application.access.port;
