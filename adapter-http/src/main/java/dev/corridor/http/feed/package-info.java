/**
 * WebSockets: TickDB's commands at {@code /v1/realtime}, NexusGlass's frames at {@code /ws/fastfeed}, and connections over HTTP. A
 * connection begins as an ordinary request with the same checks; then {@code WebSocketUpgrade} hands its channel over to
 * {@code WebSocketConnection}. docs/feed.md states the guarantees to clients.
 */
package dev.corridor.http.feed;
