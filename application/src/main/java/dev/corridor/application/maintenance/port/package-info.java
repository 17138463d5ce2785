/** What maintenance needs of the outside. */
package dev.corridor.application.maintenance.port;
