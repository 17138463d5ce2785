package dev.corridor.client.api;

import dev.corridor.client.Request;
import dev.corridor.client.model.CandleInterval;
import dev.corridor.client.model.Candles;
import dev.corridor.client.model.Depth;
import dev.corridor.client.model.GetDepthQuery;
import dev.corridor.client.model.GetTickersQuery;
import dev.corridor.client.model.ListCandlesQuery;
import dev.corridor.client.model.ListMarketTradesQuery;
import dev.corridor.client.model.ListSymbolsQuery;
import dev.corridor.client.model.MarketTrades;
import dev.corridor.client.model.Symbols;
import dev.corridor.client.model.Tickers;
import java.util.List;

public final class Market {

    private Market() {}

    /** Read the current prices of quotes by size. Requires {@code quotes:read}. */
    public static Request<Depth> getDepth(String symbol) {
        return Request.of("GET", "/v1/market/depth", Depth.class).query("symbol", symbol);
    }

    /** Read the current prices of quotes by size. Requires {@code quotes:read}. */
    public static Request<Depth> getDepth(String symbol, GetDepthQuery query) {
        return Request.of("GET", "/v1/market/depth", Depth.class).query("symbol", symbol).query(query);
    }

    /** List candles, oldest first. Requires {@code quotes:read}. */
    public static Request<Candles> listCandles(String symbol, CandleInterval interval) {
        return Request.of("GET", "/v1/market/kline", Candles.class).query("symbol", symbol).query("interval", interval);
    }

    /** List candles, oldest first. Requires {@code quotes:read}. */
    public static Request<Candles> listCandles(String symbol, CandleInterval interval, ListCandlesQuery query) {
        return Request.of("GET", "/v1/market/kline", Candles.class).query("symbol", symbol).query("interval", interval).query(query);
    }

    /** Read prices: of one symbol, or of up to 50 separated by commas. Requires {@code quotes:read}. */
    public static Request<Tickers> getTickers() {
        return Request.of("GET", "/v1/market/ticker", Tickers.class);
    }

    /** Read prices: of one symbol, or of up to 50 separated by commas. Requires {@code quotes:read}. */
    public static Request<Tickers> getTickers(GetTickersQuery query) {
        return Request.of("GET", "/v1/market/ticker", Tickers.class).query(query);
    }

    /** List the latest trades of all organizations, newest first, without names. Requires {@code quotes:read}. */
    public static Request<MarketTrades> listMarketTrades(String symbol) {
        return Request.of("GET", "/v1/market/trades", MarketTrades.class).query("symbol", symbol);
    }

    /** List the latest trades of all organizations, newest first, without names. Requires {@code quotes:read}. */
    public static Request<MarketTrades> listMarketTrades(String symbol, ListMarketTradesQuery query) {
        return Request.of("GET", "/v1/market/trades", MarketTrades.class).query("symbol", symbol).query(query);
    }

    /** List the traded symbols. Requires {@code quotes:read}. */
    public static Request<Symbols> listSymbols() {
        return Request.of("GET", "/v1/symbols/available", Symbols.class);
    }

    /** List the traded symbols. Requires {@code quotes:read}. */
    public static Request<Symbols> listSymbols(ListSymbolsQuery query) {
        return Request.of("GET", "/v1/symbols/available", Symbols.class).query(query);
    }
}
