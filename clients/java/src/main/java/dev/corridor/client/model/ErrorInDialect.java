package dev.corridor.client.model;

import java.util.Optional;

/** The error in one error contract; the code is null where that contract has none. */
public record ErrorInDialect(int status, Optional<String> code) {}
