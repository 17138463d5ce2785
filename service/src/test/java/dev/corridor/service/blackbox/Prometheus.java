package dev.corridor.service.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.corridor.service.Await;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A real Prometheus, which looks at a service each second. */
final class Prometheus implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final URI server;

    private Prometheus(Process process, URI server) {
        this.process = process;
        this.server = server;
    }

    static Prometheus watching(String service, Path program, Path directory) throws Exception {
        var configuration = Files.writeString(directory.resolve("prometheus.yaml"), """
                global: { scrape_interval: 1s }
                scrape_configs:
                  - job_name: corridor
                    metrics_path: /prometheus
                    static_configs: [ { targets: [ "%s" ] } ]
                """.formatted(URI.create(service).getAuthority()));
        var address = "127.0.0.1:" + freePort();
        var process = new ProcessBuilder(
                program.toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + directory.resolve("prometheus"),
                "--web.listen-address=" + address)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
        var prometheus = new Prometheus(process, URI.create("http://" + address));
        Await.until("Prometheus is ready", prometheus::isReady);
        return prometheus;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady() {
        try {
            return HTTP.send(HttpRequest.newBuilder(server.resolve("/-/ready")).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("tests are never interrupted", e);
        }
    }

    /** The series of an expression over a time. Fails if Prometheus refuses it. */
    JsonNode range(String expression, Instant from, Instant until, int stepSeconds) throws IOException, InterruptedException {
        var query = "/api/v1/query_range?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8) + "&start=" + from.getEpochSecond()
                + "&end=" + until.getEpochSecond() + "&step=" + stepSeconds;
        var answer = JSON.readTree(HTTP.send(HttpRequest.newBuilder(server.resolve(query)).build(), BodyHandlers.ofString()).body());
        if (!answer.path("status").asText().equals("success")) {
            throw new AssertionError(expression + ": " + answer.path("error").asText());
        }
        return answer.path("data").path("result");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
