package dev.corridor.client.model;

/**
 * @param detail What is wrong with it.
 * @param pointer A JSON pointer to it, as a URI fragment.
 */
public record FaultyField(String detail, String pointer) {}
