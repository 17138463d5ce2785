package dev.corridor.architecture.canary.disorderly.domain.account;

import io.micronaut.core.annotation.Introspected;

@Introspected
public record Framed() {}
