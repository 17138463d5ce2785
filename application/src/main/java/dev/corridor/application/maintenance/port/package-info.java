/** Ports of maintenance. */
package dev.corridor.application.maintenance.port;
