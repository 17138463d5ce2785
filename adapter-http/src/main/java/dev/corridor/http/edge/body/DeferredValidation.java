package dev.corridor.http.edge.body;

/** Marks a controller's argument that validates the body itself; see {@link ParsedBody#requireValid}. */
public interface DeferredValidation {}
