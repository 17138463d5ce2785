package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import dev.corridor.service.Program;
import dev.corridor.service.operation.Upkeep;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an operator sees of the core, and the alerts that are made of it. */
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTest implements TestPropertyProvider {

    private static final URI NO_NODE = URI.create("http://127.0.0.1:1");
    private static final String TOKEN = "0x1c7d4b196cb0c7b01d743fbc6116a902379c7238";

    private static final Path ALERTS = Path.of("..", "docs", "operate");
    private static final Pattern METRIC = Pattern.compile("\\b(?:corridor|hikaricp|http_server|jvm)_[a-z_]+");

    private World world;
    private Collection<Upkeep> watches;
    private Customer acme;

    /** A chain is connected, whose node is down. */
    @Override
    public Map<String, String> getProperties() {
        return Map.of(ServiceUnderTest.RAILS, RailFiles.write(NO_NODE, TOKEN).toString());
    }

    @BeforeEach
    void a_customer(World given, EmbeddedServer server) {
        world = given;
        watches = server.getApplicationContext().getBeansOfType(Upkeep.class);
        acme = world.newCustomer();
    }

    @Test
    void batches_and_their_times_are_counted() {
        acme.deposit("1.00", "USD");

        assertThat(metrics())
                .contains("corridor_books_waiting ", "corridor_books_waiting_oldest_seconds ")
                .containsPattern("corridor_books_batch_decisions_bucket\\{le=\"1.0\",?} [1-9]")
                .containsPattern("corridor_books_batch_queued_seconds_count [1-9]")
                .containsPattern("corridor_books_batch_decided_seconds_count [1-9]")
                .containsPattern("corridor_books_batch_written_seconds_bucket\\{le=\"10.0\",?} [1-9]");
    }

    @Test
    void refusals_are_counted_by_code_and_error_contract_and_name_no_customer() {
        acme.speaking("tickdb").payOut(acme.aFiatPayout(acme.registerBankAccount(), "1.00")).isError(400, "insufficient_funds");

        assertThat(metrics())
                .containsPattern("corridor_refusals_total\\{code=\"insufficient_funds\",dialect=\"tickdb\",?} [1-9]")
                .doesNotContain(acme.organization(), acme.account(), acme.key());
    }

    /** It is written twice: to be remembered, and to be answered. */
    @Test
    void a_refusal_of_a_named_request_is_counted_once() {
        acme.speaking("nexpay").api().with("Idempotency-Key", "refused").post("/v1/accounts", Body.of("name", "x".repeat(101)));

        assertThat(metrics()).containsPattern("corridor_refusals_total\\{code=\"validation_error\",dialect=\"nexpay\",?} 1\\.0");
    }

    @Test
    void replays_and_what_memory_has_spared_the_database_are_counted() {
        acme.api().with("Idempotency-Key", "k").post("/v1/accounts", Body.of("name", "Second")).isOk();
        acme.api().with("Idempotency-Key", "k").post("/v1/accounts", Body.of("name", "Second")).isOk();

        assertThat(metrics())
                .containsPattern("corridor_idempotency_replays_total [1-9]")
                .containsPattern("corridor_access_recalled_total\\{of=\"keys\",?} [1-9]")
                .containsPattern("corridor_access_read_total\\{of=\"keys\",?} [1-9]");
    }

    @Test
    void the_latency_of_each_route_has_buckets() {
        acme.api().get("/v1/accounts").isOk();

        assertThat(metrics()).containsPattern("http_server_requests_seconds_bucket\\{[^}]*uri=\"/v1/accounts\"[^}]*le=\"0.005\"");
    }

    @Test
    void what_is_not_known_of_a_chain_is_not_a_number_and_its_nodes_are_down() {
        world.closeLastMonth();
        watches.stream().filter(watch -> watch.name().equals("looking at what is kept")).forEach(watch -> watch.job().run());
        Await.until("rails are looked at", () -> metrics().contains("corridor_rails_locked{"));

        assertThat(metrics())
                .containsPattern("corridor_rails_nodes\\{rail=\"ETHEREUM_SEPOLIA\",?} 1")
                .containsPattern("corridor_rails_nodes_healthy\\{rail=\"ETHEREUM_SEPOLIA\",?} 0")
                .containsPattern("corridor_rails_wallet_balance\\{asset=\"USDC\",rail=\"ETHEREUM_SEPOLIA\",?} NaN")
                .containsPattern("corridor_rails_locked_oldest_seconds\\{rail=\"simulated\",?} 0");
    }

    /** Of a counter that appears with its first event, no rate shows that event. */
    @Test
    void what_has_not_happened_on_a_rail_yet_is_counted_from_zero() {
        assertThat(metrics())
                .contains("corridor_rails_repairs_total{rail=\"ETHEREUM_SEPOLIA\",repair=\"replaced\"} 0")
                .contains("corridor_rails_receipts_total{outcome=\"suspended\",rail=\"ETHEREUM_SEPOLIA\"} 0")
                .contains("corridor_rails_sends_total{outcome=\"unknown\",rail=\"ETHEREUM_SEPOLIA\"} 0");
    }

    /** The receiving account is locked, so that the transfer cannot arrive. */
    @Test
    void money_in_clearing_is_seen_by_asset_and_not_by_customer() {
        var globex = world.newCustomer();
        acme.deposit("3.000000", "USDC");
        acme.joinNetwork();
        var transfer = acme.aNetworkTransfer(acme.registerNetworkBeneficiary(globex.joinNetwork()), "2.500000", "USDC");
        assertThat(inClearing()).contains("USDC\"} 0", "EUR\"} 0");

        try (var client = Executors.newSingleThreadExecutor()) {
            world.whileLocked(globex.account(), () -> {
                client.execute(() -> acme.api().post("/v1/transactions/nxosnet-transfers", transfer).isOk());
                Await.until("it is in clearing", () -> inClearing().contains("USDC\"} 2.5"));
            });
        }

        Await.until("it has arrived", () -> inClearing().contains("USDC\"} 0"));
        assertThat(globex.balance("USDC")).isEqualTo("2.500000 + 0.000000");
    }

    private String inClearing() {
        watches.stream().filter(watch -> watch.name().contains("clearing")).forEach(watch -> watch.job().run());
        return metrics().lines().filter(line -> line.startsWith("corridor_clearing_amount")).collect(Collectors.joining("\n"));
    }

    @Test
    void a_transaction_that_stays_open_is_seen() {
        world.whileLocked(acme.account(), () -> Await.until(
                "its age is told", () -> Pattern.compile("corridor_database_oldest_writing_seconds [0-9.]*[1-9]").matcher(metrics()).find()));
    }

    @Test
    void the_age_of_the_last_closing_is_told_and_how_late_what_is_old_is_forgotten() {
        world.closeLastMonth();
        world.execute("update parts set forgotten_before = now() - interval '37 hours' where series = 'idempotency_records'");

        watches.stream().filter(watch -> watch.name().equals("looking at what is kept")).forEach(watch -> watch.job().run());

        assertThat(metrics())
                .containsPattern("corridor_closing_age_seconds [0-9]")
                .containsPattern("corridor_forgetting_overdue_seconds\\{table=\"events\",?} 0.0")
                .containsPattern("corridor_forgetting_overdue_seconds\\{table=\"idempotency_records\",?} 3[56]");
    }

    /** Those of rates and reconciliations are there once there was one, and none is in tests. Those of rails that need a chain are in the tests that have one. */
    @Test
    void every_alert_and_panel_is_about_a_metric_that_there_is() throws Exception {
        acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "1.00")).isError(400, "insufficient_funds");
        Await.until("rails are looked at", () -> metrics().contains("corridor_rails_locked{"));

        var named = Stream.of("alerts.yaml", "dashboard.json")
                .flatMap(file -> METRIC.matcher(read(ALERTS.resolve(file))).results())
                .map(found -> found.group()).collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(4);
        assertThat(named).filteredOn(name -> !name.matches("corridor_(rates|reconciliation)_.*") && !CryptoRailTest.METRICS.contains(name))
                .allSatisfy(name -> assertThat(metrics()).contains(name));
    }

    @Test
    void the_alerts_fire_when_they_should() throws Exception {
        var promtool = Program.find("prometheus", "promtool").toString();

        Program.run(ALERTS, Map.of(), promtool, "check", "rules", "alerts.yaml");
        Program.run(ALERTS, Map.of(), promtool, "test", "rules", "alerts.test.yaml");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String metrics() {
        return world.stranger().bare("/prometheus").body();
    }
}
