package dev.corridor.chain.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Stands before a node and makes it fail, in one of the ways that nodes and networks do. */
public final class FaultyNode implements AutoCloseable {

    enum Fault {
        /** The node never hears of the call. */
        LOST,
        /** The node carries the call out, and its answer is lost. */
        UNANSWERED,
        /** Longer than the caller waits; the node carries it out. */
        LATE,
        /** The node gets the call twice. */
        TWICE,
        /** An answer to another call. */
        CONFUSED,
        /** A call of JSON-RPC that is said to have failed, and has not. */
        DENIED,
        BROKEN,
        LIMITED
    }

    private static final int OK = 200;
    private static final int INTERNAL_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int PERCENT = 100;

    private final URI node;
    private final long lateMillis;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random;
    private final AtomicInteger faults = new AtomicInteger();
    private final AtomicReference<Trap> trap = new AtomicReference<>();
    private volatile int faultPercent;

    private FaultyNode(URI node, long lateMillis, long seed) throws IOException {
        this.node = node;
        this.lateMillis = lateMillis;
        this.random = new Random(seed);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** @param lateMillis more than callers wait */
    public static FaultyNode before(Anvil anvil, long lateMillis, long seed) {
        try {
            return new FaultyNode(anvil.uri(), lateMillis, seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on so many calls of a hundred fail. */
    public void fail(int percent) {
        faultPercent = percent;
    }

    /**
     * Runs something at a call of a method, once. The caller gets no answer.
     *
     * @param calls how many calls of the method pass before it
     * @param isAfter whether the node carries the call out before
     */
    public void interrupt(String method, int calls, boolean isAfter, Runnable event) {
        trap.set(new Trap("\"method\":\"" + method + "\"", new AtomicInteger(calls), isAfter, event));
    }

    private record Trap(String call, AtomicInteger calls, boolean isAfter, Runnable event) {

        private boolean springsAt(byte[] body) {
            return new String(body, StandardCharsets.UTF_8).contains(call) && calls.getAndDecrement() == 0;
        }
    }

    public int faults() {
        return faults.get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call = exchange.getRequestBody().readAllBytes();
            var set = trap.get();
            if (set != null && set.springsAt(call)) {
                if (set.isAfter()) {
                    pass(call);
                }
                set.event().run();
                return;
            }
            if (random.nextInt(PERCENT) >= faultPercent) {
                answer(exchange, OK, pass(call));
                return;
            }
            faults.incrementAndGet();
            switch (Fault.values()[random.nextInt(Fault.values().length)]) {
                case LOST -> {}
                case UNANSWERED -> pass(call);
                case LATE -> {
                    var late = pass(call);
                    Thread.sleep(lateMillis);
                    answer(exchange, OK, late);
                }
                case TWICE -> {
                    pass(call);
                    answer(exchange, OK, pass(call));
                }
                case CONFUSED -> answer(exchange, OK, "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":\"0x1\"}");
                case DENIED ->
                    answer(exchange, OK, pass(call).replaceFirst("\"result\":.*}$", "\"error\":{\"code\":-32000,\"message\":\"denied\"}}"));
                case BROKEN -> answer(exchange, INTERNAL_ERROR, "<html>");
                case LIMITED -> answer(exchange, TOO_MANY_REQUESTS, "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String pass(byte[] call) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(node)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(call))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
