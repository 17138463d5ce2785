package dev.corridor.domain.market;

import static dev.corridor.domain.money.Asset.BTC;
import static dev.corridor.domain.money.Asset.EUR;
import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.domain.money.Asset.USDC;
import static dev.corridor.domain.money.Asset.USDT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SymbolsTest {

    private static final Instant NOON = Instant.parse("2025-03-15T12:00:00Z");

    @Test
    void a_symbol_is_found_by_its_name_and_by_its_assets_in_either_order() {
        var bitcoin = Symbols.STANDARD.find("BTCUSDT").orElseThrow();

        assertThat(bitcoin).isEqualTo(new Symbol(BTC, USDT));
        assertThat(Symbols.STANDARD.find("btcUsdt")).contains(bitcoin);
        assertThat(Symbols.STANDARD.between(BTC, USDT)).contains(bitcoin);
        assertThat(Symbols.STANDARD.between(USDT, BTC)).contains(bitcoin);
    }

    @Test
    void what_is_not_traded_has_no_symbol() {
        assertThat(Symbols.STANDARD.find("USDTBTC")).isEmpty();
        assertThat(Symbols.STANDARD.between(EUR, BTC)).isEmpty();
        assertThat(Symbols.STANDARD.between(EUR, EUR)).isEmpty();
        assertThat(Symbols.STANDARD.partnersOf(BTC)).containsExactly(USD, USDT);
    }

    @Test
    void the_type_is_that_of_the_more_volatile_asset() {
        assertThat(new Symbol(EUR, USD).type()).isEqualTo(Symbol.Type.FOREX);
        assertThat(new Symbol(EUR, USDC).type()).isEqualTo(Symbol.Type.STABLECOIN);
        assertThat(new Symbol(BTC, USDC).type()).isEqualTo(Symbol.Type.CRYPTO);
    }

    @Test
    void no_two_symbols_are_of_the_same_assets() {
        assertThatThrownBy(() -> Symbols.of(new Symbol(EUR, USD), new Symbol(USD, EUR))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_tick_is_believed_for_a_while() {
        var symbol = new Symbol(EUR, USD);
        var tick = new Tick(new TickId(symbol, NOON), Rate.of("1.0825", EUR, USD), "ecb", NOON.minusSeconds(3));

        assertThat(tick.isFresh(NOON, Duration.ofSeconds(3))).isTrue();
        assertThat(tick.isFresh(NOON.plusMillis(1), Duration.ofSeconds(3))).isFalse();
        assertThatThrownBy(() -> new Tick(tick.id(), Rate.of("1.0825", EUR, USDC), "ecb", NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_candle_contains_the_moments_from_its_opening_on() {
        var late = Instant.parse("2025-03-15T23:59:59.999Z");

        assertThat(CandleInterval.ONE_MINUTE.openingOf(late)).isEqualTo(Instant.parse("2025-03-15T23:59:00Z"));
        assertThat(CandleInterval.FOUR_HOURS.openingOf(late)).isEqualTo(Instant.parse("2025-03-15T20:00:00Z"));
        assertThat(CandleInterval.ONE_DAY.openingOf(NOON)).isEqualTo(Instant.parse("2025-03-15T00:00:00Z"));
        assertThat(CandleInterval.find("15m")).contains(CandleInterval.FIFTEEN_MINUTES);
    }

    @Test
    void a_trade_of_the_market_tells_what_was_done_with_the_base() {
        var symbol = new Symbol(BTC, USD);

        var bought = MarketTrade.of(symbol, Money.of("10000.00", USD), Money.of("0.10000000", BTC), NOON, false);
        var sold = MarketTrade.of(symbol, Money.of("0.30000000", BTC), Money.of("29999.99", USD), NOON, false);

        assertThat(bought.side()).isEqualTo(MarketTrade.Side.BUY);
        assertThat(bought.deal().price()).isEqualTo("100000");
        assertThat(sold.side()).isEqualTo(MarketTrade.Side.SELL);
        assertThat(sold.deal().base()).isEqualTo(Money.of("0.30000000", BTC));
        assertThat(sold.deal().price()).isEqualTo("99999.9666666667");
    }
}
