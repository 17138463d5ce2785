package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.corridor.chain.testing.Anvil;
import dev.corridor.service.Program;
import dev.corridor.service.api.RailFiles;
import dev.corridor.service.documents.DashboardPicture;
import dev.corridor.service.documents.DashboardPicture.Line;
import dev.corridor.service.documents.DashboardPicture.Panel;
import dev.corridor.service.receiver.WebhookReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The dashboard before a real run: the packaged service under load, with a chain, an endpoint and a follower, and a real Prometheus that looks at it. Each query
 * of each panel is one that Prometheus takes, and shows something. With {@code -Dcorridor.rewrite=true} the picture in the documents is painted anew.
 */
class DashboardIT {

    private static final Path DASHBOARD = Path.of("..", "docs", "operate", "dashboard.json");
    private static final Path PICTURE = Path.of("..", "docs", "operate", "dashboard.svg");

    private static final boolean REWRITES = Boolean.getBoolean("corridor.rewrite");

    /** What is painted. Otherwise a run ends when each query shows something. */
    private static final Duration RUN = Duration.ofSeconds(60);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private static final int STEP_SECONDS = 1;

    /** What Grafana would choose: several times the interval of looking. */
    private static final String RATE_INTERVAL = "10s";

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final int ROW = 8;

    private static final int CLIENTS = 4;
    private static final int CONFIRMATIONS = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void every_panel_shows_something_of_a_real_run() throws Exception {
        var program = Program.find("prometheus", "prometheus");
        var dashboard = JSON.readTree(DASHBOARD.toFile());
        Look look;
        try (var anvil = Anvil.start(); var receiver = new WebhookReceiver()) {
            var token = anvil.deployToken(1_000_000_000_000L);
            anvil.mine(CONFIRMATIONS);
            var corridor = Corridor.in(directory).with("CORRIDOR_RAILS", RailFiles.write(anvil.uri(), token).toString());
            try (var service = corridor.serve(); var prometheus = Prometheus.watching(service.url(), program, directory)) {
                var begun = Instant.now();
                look = run(service, receiver, anvil, () -> look(dashboard, prometheus, begun));
            }
        }

        assertThat(look.empty()).as("queries without an answer").isEmpty();
        if (REWRITES) {
            Files.writeString(PICTURE, new DashboardPicture(dashboard.path("title").asText(), RUN, look.panels()).svg());
        }
        assertThat(Files.readString(PICTURE)).contains(look.panels().stream().map(Panel::title).toList());
    }

    /** What the panels show of a run so far, and the queries that show nothing. */
    private record Look(Duration after, List<Panel> panels, List<String> empty) {

        /** The picture has the whole run. */
        boolean isEnough() {
            return after.compareTo(REWRITES ? RUN : LONGEST_RUN) >= 0 || !REWRITES && empty.isEmpty();
        }
    }

    private static Look look(JsonNode dashboard, Prometheus prometheus, Instant begun) throws Exception {
        var now = Instant.now();
        var panels = new ArrayList<Panel>();
        var empty = new ArrayList<String>();
        for (var panel : dashboard.path("panels")) {
            panels.add(panel(panel, prometheus, begun, now, empty));
        }
        return new Look(Duration.between(begun, now), panels, empty);
    }

    private static Panel panel(JsonNode panel, Prometheus prometheus, Instant begun, Instant ended, List<String> empty) throws Exception {
        var title = panel.path("title").asText();
        var lines = new ArrayList<Line>();
        for (var target : panel.path("targets")) {
            var expression = target.path("expr").asText().replace("$__rate_interval", RATE_INTERVAL);
            var drawn = lines(prometheus.range(expression, begun, ended, STEP_SECONDS), target.path("legendFormat").asText(), begun, ended);
            if (drawn.stream().allMatch(line -> line.points().stream().allMatch(Optional::isEmpty))) {
                empty.add(title + ": " + expression);
            }
            lines.addAll(drawn);
        }
        return new Panel(
                title,
                panel.path("fieldConfig").path("defaults").path("unit").asText(),
                panel.path("gridPos").path("x").asInt() == 0 ? 0 : 1,
                panel.path("gridPos").path("y").asInt() / ROW,
                lines);
    }

    private static List<Line> lines(JsonNode series, String legend, Instant begun, Instant ended) {
        var lines = new ArrayList<Line>();
        for (var one : series) {
            var values = new HashMap<Long, Double>();
            one.path("values")
                    .forEach(value -> values.put(value.path(0).asLong(), Double.valueOf(value.path(1).asText().replace("Inf", "Infinity"))));
            var points = new ArrayList<Optional<Double>>();
            for (long at = begun.getEpochSecond(); at <= ended.getEpochSecond(); at += STEP_SECONDS) {
                points.add(Optional.ofNullable(values.get(at)).filter(Double::isFinite));
            }
            var label = PLACE.matcher(legend).replaceAll(place -> one.path("metric").path(place.group(1)).asText());
            lines.add(
                    new Line(label.replaceAll(" *localhost:\\d+$", "").isEmpty() ? "this node" : label.replaceAll(" *localhost:\\d+$", ""), points));
        }
        return lines;
    }

    private static Look run(Serving service, WebhookReceiver receiver, Anvil anvil, Callable<Look> looks) throws Exception {
        var client = service.client();
        client.post("/v1/webhooks/endpoints", "{\"url\":\"" + receiver.url() + "\"}");
        var follower = new Follower(service.printedKey(), 0);
        follower.connect(service.url());
        var account = service.printedAccount();
        client.post("/v1/sandbox/deposits", """
                {"accountId":"%s","asset":"USDC","amount":"100000.000000"}""".formatted(account));
        var wallet = client.post("/v1/beneficiaries/crypto", """
                {"accountId":"%s","nickname":"Supplier","chainName":"ETHEREUM_SEPOLIA","address":"0x00000000000000000000000000000000000de905"}"""
                .formatted(account)).text("beneficiaryId");
        var ends = new AtomicBoolean();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.submit(() -> {
                    while (!ends.get()) {
                        customer(service.client(), account);
                    }
                    return null;
                });
            }
            clients.submit(() -> {
                while (!ends.get()) {
                    client.post("/v1/transactions/crypto-payouts", """
                            {"accountId":"%s","beneficiaryId":"%s","amount":"1.000000","asset":"USDC","chainName":"ETHEREUM_SEPOLIA"}"""
                            .formatted(account, wallet));
                    Thread.sleep(2_000);
                    anvil.mine(1);
                }
                return null;
            });
            try {
                var look = looks.call();
                while (!look.isEnough()) {
                    Thread.sleep(BETWEEN_LOOKS.toMillis());
                    look = looks.call();
                }
                return look;
            } finally {
                ends.set(true);
            }
        }
    }

    /** Trades, looks, is refused, and sends something twice. */
    private static void customer(Client client, String account) throws IOException, InterruptedException {
        var quote = client.post("/v1/quotes", """
                {"accountId":"%s","fromAsset":"USDC","toAsset":"USD","fromAmount":"1.000000"}""".formatted(account)).text("quoteId");
        var name = UUID.randomUUID().toString();
        client.post("/v1/quotes/" + quote + "/execute", "{}", name);
        client.post("/v1/quotes/" + quote + "/execute", "{}", name);
        client.get("/v1/accounts/" + account);
        client.get("/v1/transactions?limit=10");
        client.post("/v1/quotes", """
                {"accountId":"%s","fromAsset":"USDC","toAsset":"USDC","fromAmount":"1.000000"}""".formatted(account));
        Thread.sleep(20);
    }
}
