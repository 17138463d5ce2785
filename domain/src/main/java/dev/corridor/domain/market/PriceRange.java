package dev.corridor.domain.market;

import dev.corridor.domain.money.Rate;

/** How far a symbol's price went in some time, and where it began. */
public record PriceRange(Symbol symbol, Rate open, Rate high, Rate low) {}
