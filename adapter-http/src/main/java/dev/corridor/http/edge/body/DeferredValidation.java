package dev.corridor.http.edge.body;

/** Marks a controller's argument that will itself tell what is wrong with the body; see {@link ParsedBody#requireValid}. */
public interface DeferredValidation {}
