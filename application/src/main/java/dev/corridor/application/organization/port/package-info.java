/** Where organizations are kept. */
package dev.corridor.application.organization.port;
