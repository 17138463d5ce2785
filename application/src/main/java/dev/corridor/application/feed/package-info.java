/** Live events for clients, resumption after a disconnect, and the registry of WebSocket connections. */
package dev.corridor.application.feed;
