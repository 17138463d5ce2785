package dev.corridor.client.model;

import java.math.BigDecimal;

public record QuoteSpread(BigDecimal fee, Asset asset) {}
