package dev.corridor.client.model;

/** An error that was met without a request. */
public record HoldRefusal(ErrorCode code, String message) {}
