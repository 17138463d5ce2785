package dev.corridor.domain.market;

import dev.corridor.domain.money.Rate;

/** Open, high and low of a symbol in some period. */
public record PriceRange(Symbol symbol, Rate open, Rate high, Rate low) {}
