package dev.corridor.client.model;

/** Confirms that an endpoint was deleted. */
public record DeletedEndpoint(String id, boolean deleted) {}
