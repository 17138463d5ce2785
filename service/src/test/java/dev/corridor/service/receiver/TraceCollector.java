package dev.corridor.service.receiver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A collector of traces on this machine, which keeps the spans that it receives by OTLP over HTTP. Source of the fields' numbers: OpenTelemetry's protocol,
 * {@code opentelemetry/proto/trace/v1/trace.proto}.
 */
public final class TraceCollector implements AutoCloseable {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int TYPE_BITS = 3;

    /** @param parent empty if it has none */
    public record Received(String name, String trace, String id, String parent, Map<String, String> attributes) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    public TraceCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Received> received(String name) {
        return received.stream().filter(span -> span.name().equals(name)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = exchange.getRequestBody().readAllBytes();
            for (var resource : all(request, 1)) {
                for (var scope : all(resource, 2)) {
                    all(scope, 2).forEach(span -> received.add(span(span)));
                }
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Received span(byte[] span) {
        var attributes = all(span, 9).stream()
                .collect(Collectors.toMap(pair -> text(all(pair, 1)), pair -> text(all(all(pair, 2).getFirst(), 1)), (one, other) -> one,
                        TreeMap::new));
        return new Received(text(all(span, 5)), hex(all(span, 1)), hex(all(span, 2)), hex(all(span, 4)), attributes);
    }

    private static String text(List<byte[]> values) {
        return values.isEmpty() ? "" : new String(values.getFirst(), StandardCharsets.UTF_8);
    }

    private static String hex(List<byte[]> values) {
        return values.isEmpty() ? "" : HexFormat.of().formatHex(values.getFirst());
    }

    /** The values of a field that are texts, bytes or messages. */
    private static List<byte[]> all(byte[] message, int field) {
        var values = new ArrayList<byte[]>();
        var in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long tag = varint(in);
            switch ((int) tag & (1 << TYPE_BITS) - 1) {
                case VARINT -> varint(in);
                case FIXED64 -> in.getLong();
                case FIXED32 -> in.getInt();
                case BYTES -> {
                    var value = new byte[(int) varint(in)];
                    in.get(value);
                    if (tag >> TYPE_BITS == field) {
                        values.add(value);
                    }
                }
                default -> throw new IllegalArgumentException("no protocol buffer");
            }
        }
        return values;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
