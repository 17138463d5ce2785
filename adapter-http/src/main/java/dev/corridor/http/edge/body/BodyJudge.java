package dev.corridor.http.edge.body;

/** Marks a controller's argument that will itself tell what is wrong with the body; see {@link ReadBody#requireValid}. */
public interface BodyJudge {}
