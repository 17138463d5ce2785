package dev.corridor.domain.error;

/** What a failure means for money and for the client: what became of the effect that was asked for, and what may be sent next. */
public record Consequence(Outcome outcome, Retry retry) {}
