/** What finding out who is asking needs from outside. Keys are changed in the {@link dev.corridor.application.registry.Registry}. */
package dev.corridor.application.access.port;
