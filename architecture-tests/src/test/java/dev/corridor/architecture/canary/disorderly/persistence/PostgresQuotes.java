package dev.corridor.architecture.canary.disorderly.persistence;

import dev.corridor.architecture.canary.disorderly.application.quote.port.Quotes;

public final class PostgresQuotes implements Quotes {}
