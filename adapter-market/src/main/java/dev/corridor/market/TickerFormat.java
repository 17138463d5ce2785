package dev.corridor.market;

import dev.corridor.domain.market.Symbol;
import java.net.URI;
import java.util.Optional;

/**
 * The address of a ticker API and the paths of its prices.
 *
 * @param address with <code>{symbol}</code>, <code>{base}</code> or <code>{counter}</code> in it
 * @param bid a JSON Pointer (RFC 6901)
 * @param ask the same as the bid if there is a single price
 * @param time pointer to the time of the price, in milliseconds since 1970 or ISO 8601; empty if there is none
 */
public record TickerFormat(String address, String bid, String ask, Optional<String> time) {

    URI addressOf(Symbol symbol) {
        return URI.create(address.replace("{symbol}", symbol.name())
                .replace("{base}", symbol.base().code())
                .replace("{counter}", symbol.counter().code()));
    }
}
