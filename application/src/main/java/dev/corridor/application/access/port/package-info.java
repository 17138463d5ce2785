/** What finding out who is asking needs from outside. */
package dev.corridor.application.access.port;
