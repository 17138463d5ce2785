package dev.corridor.application;

import static dev.corridor.domain.money.Asset.BTC;
import static dev.corridor.domain.money.Asset.EUR;
import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.testing.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.market.CurrentRates;
import dev.corridor.application.market.FollowSource;
import dev.corridor.application.market.FollowSource.Round;
import dev.corridor.application.market.FollowSourceService;
import dev.corridor.application.market.PolledSource;
import dev.corridor.application.market.port.RateSource;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.market.MarketError.DataSourceUnavailable;
import dev.corridor.domain.market.Observation;
import dev.corridor.domain.market.PriceRules;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Symbols;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.market.TickId;
import dev.corridor.domain.money.Rate;
import dev.corridor.memory.InMemoryStore;
import dev.corridor.testing.SequentialIds;
import dev.corridor.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowSourceTest {

    private static final Symbol EURUSD = new Symbol(EUR, USD);
    private static final Symbol BTCUSD = new Symbol(BTC, USD);

    private final InMemoryStore store = InMemoryStore.empty(new SettableClock(NOON), new SequentialIds());
    private final SettableClock clock = new SettableClock(NOON);
    private final ScriptedSource source = new ScriptedSource();
    private final Node node = new Node();

    /** Returns what the test sets. */
    private static final class ScriptedSource implements RateSource {

        private String name = "scripted";
        private Optional<String> failure = Optional.empty();
        private List<Observation> says = List.of();
        private int asked;

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Observation> observe(Instant slot) {
            asked++;
            failure.ifPresent(status -> {
                throw new Unavailable(status);
            });
            return says;
        }

        void saysOf(Symbol symbol, String bid, String ask, Instant at) {
            failure = Optional.empty();
            says = List.of(new Observation(symbol, bid, ask, at));
        }
    }

    /** One of several nodes on the same store. */
    private final class Node {

        final PolledSource feed = new PolledSource(source, List.of(EURUSD), Duration.ofSeconds(1), Duration.ofSeconds(10), new PriceRules(1_000));
        final CurrentRates rates = new CurrentRates(Symbols.STANDARD, List.of(feed), clock);
        final FollowSource followSource = new FollowSourceService(store.ticks(), rates, clock);
        final List<Tick> told = new ArrayList<>();

        Node() {
            rates.listen(told::addAll);
        }

        Round follow() {
            return followSource.follow(new FollowSource.Command(feed));
        }

        Round followLater() {
            clock.advance(Duration.ofSeconds(1));
            return follow();
        }
    }

    @Test
    void a_price_is_stored_before_it_is_in_force() {
        source.saysOf(EURUSD, "1.0824", "1.0826", NOON);

        var round = node.follow();

        var tick = aTick("1.0825", NOON);
        assertThat(round).isEqualTo(new Round(0, false));
        assertThat(node.rates.latest(EURUSD)).isEqualTo(tick);
        assertThat(store.ticks().find(tick.id())).contains(tick);
        assertThat(node.told).containsExactly(tick);
    }

    @Test
    void symbols_that_no_source_brings_are_not_traded() {
        assertThat(node.rates.symbols().all()).containsExactly(EURUSD);
    }

    @Test
    void without_a_price_there_is_none_to_be_had() {
        source.failure = Optional.of("HTTP 503");

        assertThat(node.follow()).isEqualTo(new Round(0, true));

        assertUnavailable("HTTP 503");
    }

    @Test
    void a_price_is_believed_until_it_is_too_old_and_then_no_more() {
        source.saysOf(EURUSD, "1.1", "1.1", NOON);
        node.follow();
        source.failure = Optional.of("timed out");

        clock.advance(Duration.ofSeconds(9));
        node.followLater();
        assertThat(node.rates.latest(EURUSD)).isEqualTo(aTick("1.1", NOON));

        node.followLater();
        assertUnavailable("timed out");
        assertThat(node.rates.withoutPrice(node.feed)).containsEntry("EURUSD", "timed out");

        source.saysOf(EURUSD, "1.2", "1.2", clock.instant());
        node.follow();
        assertThat(node.rates.latest(EURUSD).mid()).isEqualTo(Rate.of("1.2", EUR, USD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    0          | 0          | the price is not greater than zero
                    -1.1       | -1.1       | the price is not greater than zero
                    NaN        | NaN        | the price is no number
                    Infinity   | Infinity   | the price is no number
                    ''         | ''         | the price is no number
                    1e99999999 | 1e99999999 | the price has too many digits
                    1e-9999999 | 1.1        | the price has too many digits
                    1e-12      | 1e-12      | the price is too small
                    1e12       | 1e12       | the price is too large
                    1.2        | 1.1        | the bid is above the ask
                    0.9        | 1.1        | the bid is too far from the ask
                    1.2101     | 1.2101     | the price is too far from the last one
                    0.9899     | 0.9899     | the price is too far from the last one
                    11         | 11         | the price is too far from the last one
                    """)
    void nonsense_prices_nothing_and_is_forgotten_when_sense_is_back(String bid, String ask, String reason) {
        source.saysOf(EURUSD, "1.1", "1.1", NOON);
        node.follow();

        clock.advance(Duration.ofSeconds(10));
        source.saysOf(EURUSD, bid, ask, clock.instant().plusSeconds(1));
        assertThat(node.followLater()).isEqualTo(new Round(1, false));
        assertUnavailable(reason);

        source.saysOf(EURUSD, "1.21", "1.21", clock.instant());
        assertThat(node.follow()).isEqualTo(new Round(0, false));
        assertThat(node.rates.latest(EURUSD).mid()).isEqualTo(Rate.of("1.21", EUR, USD));
    }

    @Test
    void a_price_from_before_the_last_one_or_from_the_future_is_not_believed() {
        source.saysOf(EURUSD, "1.1", "1.1", NOON);
        node.follow();

        source.saysOf(EURUSD, "1.1", "1.1", NOON.minusMillis(1));
        assertThat(node.followLater().refused()).isEqualTo(1);
        source.saysOf(EURUSD, "1.1", "1.1", NOON.plusSeconds(62));
        assertThat(node.follow().refused()).isEqualTo(1);
        source.saysOf(EURUSD, "1.1", "1.1", NOON);
        assertThat(node.follow().refused()).isZero();
    }

    @Test
    void what_was_believed_before_a_restart_is_what_new_prices_are_measured_by() {
        source.saysOf(EURUSD, "1.1", "1.1", NOON);
        node.follow();

        clock.advance(Duration.ofDays(2));
        source.saysOf(EURUSD, "110", "110", clock.instant());
        var restarted = new Node();
        restarted.follow();

        assertThatThrownBy(() -> restarted.rates.latest(EURUSD)).isInstanceOf(BusinessException.class);
        assertThat(restarted.told).isEmpty();
    }

    @Test
    void what_another_source_has_said_before_is_no_measure() {
        source.saysOf(EURUSD, "1.1", "1.1", NOON);
        node.follow();

        source.name = "other";
        source.saysOf(EURUSD, "2.2", "2.2", NOON.minusSeconds(5));
        var reconfigured = new Node();
        reconfigured.follow();

        assertThat(reconfigured.rates.latest(EURUSD).mid()).isEqualTo(Rate.of("2.2", EUR, USD));
        assertThat(store.ticks().find(reconfigured.rates.latest(EURUSD).id())).isPresent();
    }

    @Test
    void a_node_whose_clock_is_ahead_leads_nobody_astray() {
        clock.advance(Duration.ofHours(1));
        source.saysOf(EURUSD, "1.1", "1.1", clock.instant());
        node.follow();

        clock.advance(Duration.ofHours(-1));
        source.saysOf(EURUSD, "1.2", "1.2", NOON);
        var punctual = new Node();
        punctual.follow();

        assertThat(punctual.rates.latest(EURUSD).mid()).isEqualTo(Rate.of("1.2", EUR, USD));
    }

    @Test
    void a_source_that_leaves_a_symbol_out_is_told_about() {
        source.saysOf(BTCUSD, "1", "1", NOON);
        source.says = List.of();

        node.follow();

        assertUnavailable("it tells no price");
    }

    @Test
    void nodes_agree_on_the_price_of_the_first_and_ask_once() {
        var other = new Node();
        source.saysOf(EURUSD, "1.1", "1.1", NOON);
        node.follow();
        source.saysOf(EURUSD, "1.2", "1.2", NOON);
        other.follow();

        assertThat(other.rates.latest(EURUSD)).isEqualTo(node.rates.latest(EURUSD)).isEqualTo(aTick("1.1", NOON));
        assertThat(source.asked).isEqualTo(1);
    }

    @Test
    void a_node_whose_source_fails_has_the_prices_of_the_others() {
        var other = new Node();
        source.saysOf(EURUSD, "1.1", "1.1", NOON);
        node.follow();

        source.failure = Optional.of("timed out");
        other.followLater();

        assertThat(other.rates.latest(EURUSD)).isEqualTo(aTick("1.1", NOON));
    }

    private void assertUnavailable(String status) {
        assertThatThrownBy(() -> node.rates.latest(EURUSD))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(new DataSourceUnavailable("scripted", status)));
    }

    private static Tick aTick(String mid, Instant slot) {
        return new Tick(new TickId(EURUSD, slot), Rate.of(mid, EUR, USD), "scripted", slot);
    }
}
