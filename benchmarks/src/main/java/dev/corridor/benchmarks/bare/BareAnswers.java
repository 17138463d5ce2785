package dev.corridor.benchmarks.bare;

/** What the bare routes answer. */
record BareAnswers(byte[] unauthorized, byte[] notFound) {}
