package dev.corridor.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gives the answers that a test has prepared, one after the other, and keeps what was asked. */
final class ScriptedServer implements AutoCloseable {

    private static final String PROBLEM = """
            {"type":"/errors/%1$s","title":"T","status":%2$d,"detail":"D","instance":"urn:corridor:request:req_1","code":"%1$s",
             "outcome":"%3$s","retry":"%4$s","details":%5$s}""";

    /** What was asked. */
    record Asked(String method, String target, Headers headers, String body) {

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.getFirst(name));
        }
    }

    private record Answer(int status, String type, Optional<String> retryAfter, String body) {}

    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    ScriptedServer answers(String json) {
        answers.add(new Answer(200, "application/json", Optional.empty(), json));
        return this;
    }

    ScriptedServer answers(int status, String type, String body) {
        answers.add(new Answer(status, type, Optional.empty(), body));
        return this;
    }

    ScriptedServer refuses(int status, String code, String outcome, String retry, String details) {
        return answers(status, "application/problem+json", PROBLEM.formatted(code, status, outcome, retry, details));
    }

    ScriptedServer refusesFor(String seconds) {
        answers.add(new Answer(
                429,
                "application/problem+json",
                Optional.of(seconds),
                PROBLEM.formatted("rate_limit_exceeded", 429, "not_applied", "after", "{\"retryAfter\":" + seconds + "}")));
        return this;
    }

    CorridorClient client() {
        return CorridorClient.at("http://localhost:" + server.getAddress().getPort() + "/").key("nxos_sk_test_1");
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        var answer = answers.remove();
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        answer.retryAfter().ifPresent(seconds -> exchange.getResponseHeaders().set("Retry-After", seconds));
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
