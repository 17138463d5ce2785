/** Ports of the event feed. */
package dev.corridor.application.feed.port;
