package dev.corridor.client.model;

/**
 * A message that is about to be sent.
 *
 * @param messageId as in the headers {@code svix-id} and {@code webhook-id}
 */
public record Message(String messageId, EventType eventType) {}
