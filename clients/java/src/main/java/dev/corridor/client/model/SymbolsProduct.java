package dev.corridor.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A traded pair of assets.
 *
 * @param currency of prices
 * @param isActive whether there is a price now
 * @param updatedAt of the price; null if there is none
 */
public record SymbolsProduct(
        String symbol,
        String name,
        String market,
        String type,
        Asset base,
        Asset currency,
        @Named("is_active") boolean isActive,
        @Named("updated_at") Optional<Instant> updatedAt) {}
