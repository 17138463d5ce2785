package dev.corridor.http.api.market;

import dev.corridor.application.market.ListSymbols;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.money.Asset;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A page of symbols. Source: the TickDB contract, section 1, "Endpoints". */
@Serdeable
record SymbolsResponse(List<ProductResponse> products, PaginationResponse pagination) {

    static SymbolsResponse of(ListSymbols.Listing listing, ListSymbols.Command command) {
        return new SymbolsResponse(
                listing.symbols().stream().map(ProductResponse::of).toList(),
                new PaginationResponse(command.limit(), command.offset(), listing.symbols().size(), listing.total()));
    }

    /**
     * A traded pair of assets.
     *
     * @param currency of prices
     * @param is_active whether there is a price now
     * @param updated_at of the price; null if there is none
     */
    @Serdeable
    record ProductResponse(
            String symbol,
            String name,
            @Spells(value = Symbol.Type.class, inLowerCase = true) String market,
            @Spells(value = Symbol.Type.class, inLowerCase = true) String type,
            @Spells(Asset.class) String base,
            @Spells(Asset.class) String currency,
            boolean is_active,
            @Nullable @Spells(Instant.class) String updated_at) {

        static ProductResponse of(ListSymbols.Listed listed) {
            var symbol = listed.symbol();
            var type = symbol.type().name().toLowerCase(Locale.ROOT);
            return new ProductResponse(
                    symbol.name(),
                    symbol.base() + "/" + symbol.counter(),
                    type,
                    type,
                    symbol.base().code(),
                    symbol.counter().code(),
                    listed.tick().isPresent(),
                    listed.tick().map(Tick::quotedAt).map(Timestamp::format).orElse(null));
        }
    }

    @Serdeable
    record PaginationResponse(int limit, int offset, int count, int total) {}
}
