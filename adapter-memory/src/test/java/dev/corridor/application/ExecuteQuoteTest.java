package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.application.Refusals.declaredBy;
import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.Decision;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.market.FixedExchangeRates;
import dev.corridor.application.quote.ExecuteQuote;
import dev.corridor.application.quote.ExecuteQuoteService;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.market.MarketError.DataSourceUnavailable;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.ConversionError.PriceMoved;
import dev.corridor.domain.quote.Drift;
import dev.corridor.domain.quote.Pricing;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteError.QuoteAlreadyUsed;
import dev.corridor.domain.quote.QuoteError.QuoteExpired;
import dev.corridor.domain.quote.QuoteError.QuoteNotFound;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExecuteQuoteTest {

    private final World world = new World();
    private List<Rate> rates = List.of(Rate.of("1", Asset.USD, Asset.USDC));
    private QuotePolicy policy = QuotePolicy.STANDARD;

    private final Quote quote = world.keep(aLiveQuoteOf(world.account));

    @Test
    void a_quote_becomes_a_trade() {
        world.deposit(usd("100.00"));

        var trade = execute(world.caller);

        assertThat(trade.status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(world.balance(Asset.USD).available()).isEqualTo(usd("0.00"));
        assertThat(world.balance(Asset.USDC).available()).isEqualTo(usdc("99.970000"));
    }

    /** Every row puts one more thing right; the next error in the declared order comes to light. */
    @Test
    void errors_come_in_the_declared_order() {
        var declared = declaredBy(ExecuteQuote.class);
        policy = holdingStill();
        var used = world.keep(quote.execute(NOON));
        world.suspendTheAccount();
        world.clock.advance(Duration.ofMinutes(5));

        assertRefused(
                () -> execute(world.stranger()), new QuoteNotFound(quote.id()));
        assertRefused(this::execute, new Forbidden("The account is SUSPENDED and takes no new transactions."));
        world.store.accounts().add(world.account);
        assertRefused(this::execute, new QuoteAlreadyUsed(used.id(), NOON));
        world.keep(quote);
        assertRefused(this::execute, new QuoteExpired(quote.id(), NOON.plusSeconds(300)));
        world.clock.advance(Duration.ofMillis(-1));
        rates = List.of();
        assertRefused(this::execute, new DataSourceUnavailable("USDUSDC", "not traded any more"));
        rates = List.of(Rate.of("1.0001", Asset.USD, Asset.USDC));
        assertRefused(this::execute, new PriceMoved(quote.conversion().mid(), rates.getFirst(), 0));
        rates = List.of(quote.conversion().mid());
        assertRefused(this::execute, new InsufficientFunds(world.account.id(), usd("100.00"), usd("0.00")));
        world.deposit(usd("100.00"));
        execute();

        assertThat(declared)
                .containsExactly(
                        QuoteNotFound.class,
                        Forbidden.class,
                        QuoteAlreadyUsed.class,
                        QuoteExpired.class,
                        DataSourceUnavailable.class,
                        PriceMoved.class,
                        InsufficientFunds.class);
    }

    @Test
    void the_contracts_quotes_hold_wherever_the_market_goes() {
        world.deposit(usd("100.00"));
        rates = List.of(Rate.of("2", Asset.USD, Asset.USDC));

        execute();

        assertThat(world.balance(Asset.USDC).available()).isEqualTo(usdc("99.970000"));
    }

    @Test
    void a_quote_that_the_market_has_left_can_be_executed_when_it_is_back() {
        world.deposit(usd("100.00"));
        policy = holdingStill();
        rates = List.of(Rate.of("0.9999", Asset.USD, Asset.USDC));
        assertRefused(this::execute, new PriceMoved(quote.conversion().mid(), rates.getFirst(), 0));

        rates = List.of(quote.conversion().mid());

        execute();
    }

    /** Whose quotes are refused as soon as the market has moved. */
    private static QuotePolicy holdingStill() {
        var usual = QuotePolicy.STANDARD.money();
        var strict = new Pricing(usual.validity(), usual.spreads(), Optional.of(new Drift(0)));
        return new QuotePolicy(strict, strict, Map.of(), QuotePolicy.STANDARD.limit());
    }

    @Test
    void a_quote_without_the_money_stays_as_it_was_and_can_be_executed_later() {
        assertRefused(this::execute, new InsufficientFunds(world.account.id(), usd("100.00"), usd("0.00")));
        assertThat(world.store.quotes().find(world.organization.id(), quote.id())).contains(quote);

        world.deposit(usd("100.00"));

        execute();
    }

    @Test
    void a_quote_that_expires_while_somebody_waits_for_the_account_has_expired() {
        world.deposit(usd("100.00"));
        var slowBooks = new ExecuteQuoteService(
                new Books() {
                    @Override
                    public <R> R decide(
                            Subjects subjects, Decision<R> decision) {
                        world.clock.advance(Duration.ofMinutes(5));
                        return world.store.books().decide(subjects, decision);
                    }
                },
                world.rates,
                QuotePolicy.STANDARD);

        assertRefused(
                () -> slowBooks.execute(new ExecuteQuote.Command(world.caller, quote.id())),
                new QuoteExpired(quote.id(), NOON.plusSeconds(300)));
    }

    private void execute() {
        execute(world.caller);
    }

    private Transaction execute(Caller caller) {
        var executeQuote = new ExecuteQuoteService(world.store.books(), new FixedExchangeRates(rates), policy);
        return executeQuote.execute(new ExecuteQuote.Command(caller, quote.id()));
    }
}
