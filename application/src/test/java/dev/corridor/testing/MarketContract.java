package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.market.Candle;
import dev.corridor.domain.market.CandleInterval;
import dev.corridor.domain.market.Deal;
import dev.corridor.domain.market.MarketTrade;
import dev.corridor.domain.market.PriceRange;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.market.TickId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.QuotePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What whoever keeps ticks, candles and the latest trades must do. */
public abstract class MarketContract extends StoreContract {

    private static final Instant EVENING = Instant.parse("2025-03-15T23:59:00Z");
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T12:00:00Z");
    private static final SequentialIds IDS = new SequentialIds();

    /** Nobody else's: the store may hold other data already. */
    private final Symbol symbol = aSymbol();

    @Test
    void the_latest_tick_is_the_one_of_the_latest_slot() {
        record(aTick(EVENING, "2"), aTick(EVENING.plusSeconds(1), "3"));
        record(aTick(EVENING.minusSeconds(1), "1"));

        assertThat(latest("test", EVENING, EVENING.plusSeconds(9))).containsExactly(aTick(EVENING.plusSeconds(1), "3"));
        assertThat(latest("test", EVENING.minusSeconds(9), EVENING)).containsExactly(aTick(EVENING, "2"));
        assertThat(latest("test", EVENING.plusSeconds(2), EVENING.plusSeconds(9))).isEmpty();
        assertThat(latest("other", EVENING, EVENING.plusSeconds(9))).isEmpty();
    }

    @Test
    void the_first_tick_of_a_slot_stays_whoever_comes_later() {
        record(aTick(EVENING, "2"));
        record(aTick(EVENING, "3"));

        assertThat(store.ticks().find(aTick(EVENING, "2").id())).contains(aTick(EVENING, "2"));
        assertThat(candles(CandleInterval.ONE_MINUTE)).containsExactly(aCandle(CandleInterval.ONE_MINUTE, EVENING, "2", "2", "2", "2", 1));
    }

    @Test
    void nodes_that_record_at_once_agree_on_one_tick_for_each_slot() throws Exception {
        try (var nodes = Executors.newFixedThreadPool(4)) {
            var rounds = IntStream.range(0, 4).<Callable<Void>>mapToObj(node -> () -> {
                for (int second = 0; second < 30; second++) {
                    record(aTick(EVENING.plusSeconds(second), String.valueOf(1 + node)));
                }
                return null;
            });
            for (var done : nodes.invokeAll(rounds.toList())) {
                done.get();
            }
        }

        assertThat(candles(CandleInterval.ONE_MINUTE)).singleElement().extracting(Candle::ticks).isEqualTo(30L);
        assertThat(candles(CandleInterval.ONE_DAY)).singleElement().extracting(Candle::ticks).isEqualTo(30L);
    }

    @Test
    void a_candle_is_what_its_ticks_did_in_whatever_order_they_come() {
        record(aTick(EVENING.plusSeconds(20), "5"));
        record(aTick(EVENING.plusSeconds(40), "3"));
        record(aTick(EVENING.plusSeconds(10), "4"));
        record(aTick(EVENING.plusSeconds(60), "9"));

        assertThat(candles(CandleInterval.ONE_MINUTE))
                .containsExactly(
                        aCandle(CandleInterval.ONE_MINUTE, EVENING, "4", "5", "3", "3", 3),
                        aCandle(CandleInterval.ONE_MINUTE, EVENING.plusSeconds(60), "9", "9", "9", "9", 1));
        for (var interval : CandleInterval.values()) {
            assertThat(candles(interval).getFirst()).isEqualTo(aCandle(interval, interval.openingOf(EVENING), "4", "5", "3", "3", 3));
        }
        assertThat(store.candles().ranges(List.of(symbol, aSymbol()), CandleInterval.ONE_MINUTE, EVENING))
                .containsExactly(new PriceRange(symbol, rate("4"), rate("9"), rate("3")));
    }

    @Test
    void the_latest_candles_of_a_time_are_found_the_oldest_of_them_first() {
        for (int minute = 0; minute < 5; minute++) {
            record(aTick(EVENING.plus(Duration.ofMinutes(minute)), "1"));
        }

        var found = store.candles()
                .find(symbol, CandleInterval.ONE_MINUTE, EVENING.plusSeconds(60), EVENING.plusSeconds(180), 2);

        assertThat(found).extracting(Candle::openedAt).containsExactly(EVENING.plusSeconds(120), EVENING.plusSeconds(180));
    }

    @Test
    void old_ticks_are_removed_day_by_day_except_those_that_priced_something() {
        var priced = aTick(LONG_AGO, "2");
        var idle = aTick(LONG_AGO.plusSeconds(1), "3");
        var later = aTick(LONG_AGO.plus(Duration.ofDays(2)), "4");
        record(priced, idle, later);
        stored(aQuotePricedBy(priced));

        assertThat(store.ticks().removeOldestDay(LONG_AGO)).isFalse();
        assertThat(store.ticks().removeOldestDay(LONG_AGO.plus(Duration.ofDays(1)))).isTrue();
        while (store.ticks().removeOldestDay(LONG_AGO.plus(Duration.ofDays(2)))) {
            assertThat(store.ticks().find(later.id())).contains(later);
        }

        assertThat(store.ticks().find(priced.id())).contains(priced);
        assertThat(store.ticks().find(idle.id())).isEmpty();
        assertThat(store.ticks().find(later.id())).contains(later);
        assertThat(candles(CandleInterval.ONE_DAY)).hasSize(2);
        assertThat(candles(CandleInterval.THIRTY_MINUTES)).extracting(Candle::openedAt).containsExactly(later.id().slot());
    }

    @Test
    void a_quote_remembers_the_tick_that_priced_it_in_either_direction() {
        var bitcoin = new Symbol(Asset.BTC, Asset.USD);
        var tick = new Tick(new TickId(bitcoin, EVENING), Rate.of("98765.43", Asset.BTC, Asset.USD), "test", EVENING);
        var sold = stored(aQuote(tick, Money.of("0.01000000", Asset.BTC)));
        var bought = stored(aQuote(tick, usd("10.00")));

        assertThat(store.quotes().find(organization.id(), sold.id())).contains(sold);
        assertThat(store.quotes().find(organization.id(), bought.id())).contains(bought);
    }

    @Test
    void everybodys_latest_trades_are_found_by_their_symbol() {
        var dollars = new Symbol(Asset.USDC, Asset.USD);
        posted(Fixtures.aDepositTo(account, usd("1000.00")));
        var other = stored(Fixtures.anAccountOf(stored(Fixtures.anOrganization())));
        posted(Fixtures.aDepositTo(other, usd("1000.00")));
        posted(Fixtures.aTradeOf(stored(Fixtures.aLiveQuoteOf(account))));
        posted(Fixtures.aTradeOf(stored(Fixtures.aLiveQuoteOf(other))));
        var trade = new MarketTrade(dollars, MarketTrade.Side.BUY, new Deal(usdc("99.970000"), usd("100.00")), Fixtures.NOON, false);

        assertThat(store.recentTrades().find(dollars, 2)).containsExactly(trade, trade);
        assertThat(store.recentTrades().find(dollars, 1)).containsExactly(trade);
        assertThat(store.recentTrades().find(symbol, 10)).isEmpty();
    }

    private void record(Tick... ticks) {
        for (var tick : ticks) {
            store.ticks().record(List.of(tick));
        }
    }

    private List<Tick> latest(String source, Instant from, Instant to) {
        return store.ticks().latest(source, List.of(symbol, aSymbol()), from, to);
    }

    private List<Candle> candles(CandleInterval interval) {
        return store.candles().find(symbol, interval, Instant.EPOCH, EVENING.plus(Duration.ofDays(1)), 1_000);
    }

    private Tick aTick(Instant slot, String price) {
        return new Tick(new TickId(symbol, slot), rate(price), "test", slot.minusMillis(1));
    }

    private Candle aCandle(CandleInterval interval, Instant openedAt, String open, String high, String low, String close, long ticks) {
        return new Candle(symbol, interval, openedAt, rate(open), rate(high), rate(low), rate(close), ticks);
    }

    private Quote aQuotePricedBy(Tick tick) {
        return aQuote(tick, usd("10.00"));
    }

    private Quote aQuote(Tick tick, Money amount) {
        var conversion = QuotePolicy.STANDARD.pricing(tick.symbol()).spreads().sell(amount, tick.mid());
        var id = QuoteId.of(IDS.next(), account.id());
        return Quote.issue(id, organization.id(), account.id(), conversion, tick.id(), QuotePolicy.STANDARD.pricing(tick.symbol()),
                tick.id().slot().plusSeconds(5));
    }

    private Rate rate(String price) {
        return Rate.of(price, symbol.base(), symbol.counter());
    }

    private static Symbol aSymbol() {
        var digits = IDS.next().toString().replace("-", "").toUpperCase(Locale.ROOT);
        return new Symbol(new Asset(digits, 2, Asset.Kind.COIN), Asset.USD);
    }
}
