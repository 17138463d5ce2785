package dev.corridor.market;

import static dev.corridor.domain.money.Asset.BTC;
import static dev.corridor.domain.money.Asset.ETH;
import static dev.corridor.domain.money.Asset.EUR;
import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.domain.money.Asset.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.market.port.RateSource;
import dev.corridor.application.market.port.RateSource.Unavailable;
import dev.corridor.domain.market.Observation;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.money.Rate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateSourcesTest {

    private static final Instant NOON = Instant.parse("2025-03-15T12:00:00Z");
    private static final Symbol EURUSD = new Symbol(EUR, USD);
    private static final Symbol BTCUSD = new Symbol(BTC, USD);

    /** The bank's document, shortened. */
    private static final String DAILY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
            <gesmes:subject>Reference rates</gesmes:subject>
            <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
            <Cube><Cube time='2025-03-14'>
            <Cube currency='USD' rate='1.0889'/>
            <Cube currency='JPY' rate='161.74'/>
            </Cube></Cube></gesmes:Envelope>
            """;

    private final RateServer server = new RateServer();
    private final Upstream upstream = new Upstream(Duration.ofSeconds(20), Duration.ofHours(1));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void what_the_operator_has_set_is_true_at_any_time() {
        assertThat(new FixedRates(List.of(Rate.of("1.0825", EUR, USD))).observe(NOON))
                .containsExactly(Observation.ofPrice(EURUSD, "1.0825", NOON));
    }

    @Test
    void the_simulation_says_the_same_of_a_moment_whenever_it_is_asked() {
        assertThat(simulation(1).observe(NOON)).isEqualTo(simulation(1).observe(NOON));
        assertThat(simulation(2).observe(NOON)).isNotEqualTo(simulation(1).observe(NOON));
    }

    @Test
    void the_simulation_wanders_a_little_within_its_bounds_and_leaves_pegs_alone() {
        var seconds = IntStream.range(0, 100_000).mapToObj(second -> simulation(1).observe(NOON.plusSeconds(second))).toList();
        var bitcoin = seconds.stream().map(prices -> new BigDecimal(prices.get(2).bid())).toList();

        assertThat(bitcoin).allSatisfy(price -> assertThat(price).isBetween(new BigDecimal("94050"), new BigDecimal("95950")));
        assertThat(bitcoin.stream().distinct().count()).isGreaterThan(1_000);
        for (int second = 1; second < bitcoin.size(); second++) {
            assertThat(bitcoin.get(second).subtract(bitcoin.get(second - 1)).abs()).isLessThan(new BigDecimal("95"));
        }
        assertThat(seconds).allSatisfy(prices -> assertThat(prices.getFirst().bid()).isEqualTo("1"));
    }

    @Test
    void symbols_of_one_base_wander_alike() {
        var prices = new SimulatedRates(List.of(Rate.of("1.0825", EUR, USD), Rate.of("1.0825", EUR, USDC), Rate.of("1.0825", ETH, USD)), 100, 1)
                .observe(NOON);

        assertThat(prices.get(0).bid()).isEqualTo(prices.get(1).bid()).isNotEqualTo(prices.get(2).bid());
    }

    @Test
    void the_central_banks_rates_are_of_the_afternoon_of_their_day() {
        server.answers(200, DAILY);

        assertThat(ecb().observe(NOON)).containsExactly(Observation.ofPrice(EURUSD, "1.0889", Instant.parse("2025-03-14T15:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "nonsense",
        "<Cube><Cube currency='USD' rate='1'/></Cube>",
        "<Cube time='yesterday'/>",
        "<!DOCTYPE Cube [<!ENTITY rate SYSTEM 'file:///etc/hostname'>]><Cube time='2025-03-14'><Cube currency='USD' rate='&rate;'/></Cube>",
        "<!DOCTYPE Cube [<!ENTITY rate '1.1'>]><Cube time='2025-03-14'><Cube currency='USD' rate='&rate;'/></Cube>"
    })
    void a_document_that_is_no_list_of_rates_is_no_answer(String document) {
        server.answers(200, document);

        assertThatThrownBy(() -> ecb().observe(NOON)).isInstanceOf(Unavailable.class).hasMessage("unreadable answer");
    }

    @Test
    void a_ticker_is_read_where_the_pointers_lead() {
        server.answers(200, "{\"data\":[{\"bid\":\"1.0824\",\"ask\":1.08260000000000000001,\"at\":1742040000000}]}");

        var ticker = ticker(EURUSD, "/data/0/bid", "/data/0/ask", Optional.of("/data/0/at"));

        assertThat(ticker.observe(NOON.plusSeconds(5))).containsExactly(new Observation(EURUSD, "1.0824", "1.08260000000000000001", NOON));
    }

    @Test
    void a_ticker_without_a_time_is_of_the_moment_it_was_asked_for() {
        server.answers(200, "{\"price\":1e-7}");

        assertThat(ticker(EURUSD, "/price", "/price", Optional.empty()).observe(NOON))
                .containsExactly(Observation.ofPrice(EURUSD, "1e-7", NOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"price\":{}}", "{\"price\":NaN}", "{\"price\"", "<html></html>"})
    void an_answer_without_a_price_is_none(String answer) {
        server.answers(200, answer);

        assertThatThrownBy(() -> ticker(EURUSD, "/price", "/price", Optional.empty()).observe(NOON))
                .isInstanceOf(Unavailable.class)
                .hasMessage("unreadable answer");
    }

    @Test
    void a_ticker_that_dies_and_comes_back_is_heard_again() {
        var ticker = ticker(BTCUSD, "/price", "/price", Optional.empty());
        server.dies();
        assertThatThrownBy(() -> ticker.observe(NOON)).isInstanceOf(Unavailable.class);

        server.answers(200, "{\"price\":\"95000.1\"}");
        assertThat(ticker.observe(NOON)).containsExactly(Observation.ofPrice(BTCUSD, "95000.1", NOON));
    }

    private RateSource simulation(long seed) {
        return new SimulatedRates(List.of(Rate.of("1", USDC, USD), Rate.of("1.0825", EUR, USD), Rate.of("95000", BTC, USD)), 100, seed);
    }

    private RateSource ecb() {
        return new EcbRates(List.of(EURUSD), server.address("/daily.xml"), upstream);
    }

    private RateSource ticker(Symbol symbol, String bid, String ask, Optional<String> time) {
        return new JsonTickerRates(List.of(symbol), new TickerFormat(server.address("/") + "{symbol}?of={base}-{counter}", bid, ask, time), upstream);
    }
}
