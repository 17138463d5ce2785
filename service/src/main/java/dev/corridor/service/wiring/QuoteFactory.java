package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.books.Books;
import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.application.quote.Convert;
import dev.corridor.application.quote.ConvertService;
import dev.corridor.application.quote.ExecuteQuote;
import dev.corridor.application.quote.ExecuteQuoteService;
import dev.corridor.application.quote.GetQuote;
import dev.corridor.application.quote.GetQuoteService;
import dev.corridor.application.quote.IssueQuote;
import dev.corridor.application.quote.IssueQuoteService;
import dev.corridor.application.quote.ListQuotes;
import dev.corridor.application.quote.ListQuotesService;
import dev.corridor.application.quote.port.Quotes;
import dev.corridor.application.quote.port.UnusedQuotes;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.persistence.quote.PostgresQuotes;
import dev.corridor.persistence.quote.PostgresUnusedQuotes;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Quotes and conversions: their ports, use cases and upkeep. */
@Factory
final class QuoteFactory {

    @Singleton
    Quotes quotes(DataSource dataSource, AssetCatalogue assets, Settings settings) {
        return new PostgresQuotes(dataSource, assets, settings.books().batchScope());
    }

    @Singleton
    QuotePolicy quotePolicy(Settings settings) {
        return settings.quotes();
    }

    @Singleton
    IssueQuote issueQuote(Books books, ExchangeRates rates, QuotePolicy policy, TimeOrderedIds ids) {
        return new IssueQuoteService(books, rates, policy, ids);
    }

    @Singleton
    Convert convert(Books books, ExchangeRates rates, QuotePolicy policy, TimeOrderedIds ids) {
        return new ConvertService(books, rates, policy, ids);
    }

    @Singleton
    ListQuotes listQuotes(Accounts accounts, Quotes quotes, InstantSource clock) {
        return new ListQuotesService(accounts, quotes, clock);
    }

    @Singleton
    GetQuote getQuote(Quotes quotes, InstantSource clock) {
        return new GetQuoteService(quotes, clock);
    }

    @Singleton
    ExecuteQuote executeQuote(Books books, ExchangeRates rates, QuotePolicy policy) {
        return new ExecuteQuoteService(books, rates, policy);
    }

    @Singleton
    UnusedQuotes unusedQuotes(DataSource dataSource) {
        return new PostgresUnusedQuotes(dataSource);
    }

    /** Some per step. */
    @Singleton
    Upkeep unusedQuoteRemoval(UnusedQuotes quotes, Settings settings, InstantSource clock) {
        var remove = Upkeep.inBatchesOf(
                1, limit -> settings.unusedQuotes().stream().anyMatch(kept -> quotes.removeSome(dayOf(clock.instant().minus(kept)))) ? limit : 0);
        return Upkeep.every(Duration.ofHours(1), "removing quotes that nobody has used", remove).notBefore(Duration.ofMinutes(3));
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
