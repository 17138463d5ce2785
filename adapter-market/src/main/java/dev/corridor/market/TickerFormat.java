package dev.corridor.market;

import dev.corridor.domain.market.Symbol;
import java.net.URI;
import java.util.Optional;

/**
 * Where a ticker is, and where in its answer the prices are.
 *
 * @param address with <code>{symbol}</code>, <code>{base}</code> or <code>{counter}</code> in it
 * @param bid a JSON Pointer (RFC 6901)
 * @param ask the same as the bid where there is one price
 * @param time to the moment at which the price was true, in milliseconds since 1970 or ISO 8601; empty where none is told
 */
public record TickerFormat(String address, String bid, String ask, Optional<String> time) {

    URI addressOf(Symbol symbol) {
        return URI.create(address.replace("{symbol}", symbol.name())
                .replace("{base}", symbol.base().code())
                .replace("{counter}", symbol.counter().code()));
    }
}
