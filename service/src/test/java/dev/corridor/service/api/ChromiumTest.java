package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser of the tests at a server that takes its time, and with a script that sends a form late, as a busy browser does. */
class ChromiumTest {

    private static final String FORM = """
            <form method="post" action="/form"><button>Send</button></form>
            <script>
            document.forms[0].onsubmit = event => {
                event.preventDefault();
                setTimeout(() => event.target.submit(), 500);
            };
            </script>""";

    private static final Duration SLOW = Duration.ofSeconds(1);

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            requests.add(request);
            switch (request) {
                case "GET /" -> show(exchange, FORM);
                case "POST /form" -> {
                    LockSupport.parkNanos(SLOW.toNanos());
                    exchange.getResponseHeaders().set("Location", "/slow");
                    exchange.sendResponseHeaders(303, -1);
                }
                case "GET /slow" -> {
                    LockSupport.parkNanos(SLOW.toNanos());
                    show(exchange, "<p>It was sent.</p><a href=/end>On</a>");
                }
                case "GET /end" -> {
                    LockSupport.parkNanos(SLOW.toNanos());
                    show(exchange, "<p>The end.</p>");
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void show(HttpExchange exchange, String body) throws IOException {
        var page = ("<!DOCTYPE html><title>Slow</title>" + body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, page.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(page);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_leads_to_another_page_waits_until_that_has_come(boolean runsScripts) {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (var window = Chromium.open(address, ColorScheme.LIGHT, 800, runsScripts)) {
            window.go("/");

            window.press("Send");
            window.readAnew();
            assertThat(window.text()).contains("It was sent.");
            window.follow("On");
            window.readAnew();
            assertThat(window.text()).contains("The end.");
        }
        assertThat(requests).filteredOn(request -> !request.endsWith(".ico"))
                .containsExactly("GET /", "POST /form", "GET /slow", "GET /slow", "GET /end", "GET /end");
    }
}
