/**
 * WebSockets: the commands of TickDB at {@code /v1/realtime}, the frames of NexusGlass at {@code /ws/fastfeed}, and what can be asked about connections over
 * HTTP. A connection begins as a request like any other, with the same checks; when it is accepted, {@code WebSocketUpgrade} gives the channel over
 * from the framework to {@code WebSocketConnection}. docs/feed.md tells clients what they may rely on.
 */
package dev.corridor.http.feed;
