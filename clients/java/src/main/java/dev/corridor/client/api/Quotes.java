package dev.corridor.client.api;

import dev.corridor.client.Listing;
import dev.corridor.client.Request;
import dev.corridor.client.Target;
import dev.corridor.client.model.ConversionRequest;
import dev.corridor.client.model.CreateQuoteRequest;
import dev.corridor.client.model.ListQuotesQuery;
import dev.corridor.client.model.Quote;
import dev.corridor.client.model.Trade;
import java.util.List;

public final class Quotes {

    private Quotes() {}

    /** List your quotes, newest first. Requires {@code quotes:read}. */
    public static Listing<Quote> listQuotes() {
        return Listing.of("/v1/quotes", Quote.class);
    }

    /** List your quotes, newest first. Requires {@code quotes:read}. */
    public static Listing<Quote> listQuotes(ListQuotesQuery query) {
        return Listing.of("/v1/quotes", Quote.class).query(query);
    }

    /** Request a firm price, valid for a few minutes. Requires {@code quotes:write}. */
    public static Request<Quote> createQuote(CreateQuoteRequest body) {
        return Request.once("POST", "/v1/quotes", Quote.class).body(body);
    }

    /** Read a quote. Requires {@code quotes:read}. */
    public static Request<Quote> getQuote(String quoteId) {
        return Request.of("GET", Target.path("/v1/quotes/{quoteId}", quoteId), Quote.class);
    }

    /** Execute a quote, once. Requires {@code quotes:write}. */
    public static Request<Trade> executeQuote(String quoteId) {
        return Request.once("POST", Target.path("/v1/quotes/{quoteId}/execute", quoteId), Trade.class);
    }

    /** Convert at once, at the price of the moment. Requires {@code quotes:write}. */
    public static Request<Trade> convert(ConversionRequest body) {
        return Request.once("POST", "/v1/transactions/conversions", Trade.class).body(body);
    }
}
