package dev.corridor.architecture.canary.disorderly.domain.quote;

import dev.corridor.architecture.canary.disorderly.persistence.PostgresQuotes;

public record Outward(PostgresQuotes quotes) {}
