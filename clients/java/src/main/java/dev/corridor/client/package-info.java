/**
 * A client of Corridor. {@link dev.corridor.client.CorridorClient} sends the requests that {@code dev.corridor.client.api} makes; what they contain and what
 * is answered is in {@code dev.corridor.client.model}. A refusal is a {@link dev.corridor.client.CorridorException}.
 */
package dev.corridor.client;
