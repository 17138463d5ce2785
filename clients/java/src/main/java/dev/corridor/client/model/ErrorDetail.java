package dev.corridor.client.model;

/** A detail of the error, a member of {@code details} in problem+json; fields are in {@code errors}. */
public record ErrorDetail(String name, DetailType type) {}
