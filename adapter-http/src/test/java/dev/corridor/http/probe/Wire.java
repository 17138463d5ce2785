package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.dialect.NxosDialect;
import dev.corridor.http.edge.problem.ErrorCode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Speaks HTTP/1.1 byte by byte, so that a test sends what no client library would, and sees what none would show. */
record Wire(EmbeddedServer server) {

    private static final int TIMEOUT_MILLIS = 60_000;

    /** An answer as it came: header names in lower case. */
    record Answer(int status, Map<String, String> headers, String body) {

        private static final String ENVELOPE = """
                \\{"error":\\{"code":"%s","message":"(?:[^"\\\\]|\\\\.)+","requestId":"%s"}}""";

        void isError(int status, String code) {
            assertThat(this.status).as(body).isEqualTo(status);
            assertThat(headers.get("content-type")).isEqualTo("application/json");
            assertThat(headers.get("corridor-code")).isEqualTo(code);
            assertThat(body).matches(ENVELOPE.formatted(NxosDialect.placeIn(ErrorCode.find(code).orElseThrow()).code(), requestId()));
        }

        /** What became of the request, and whether to send it again. */
        void means(String outcome, String retry) {
            assertThat(headers).containsEntry("corridor-outcome", outcome).containsEntry("corridor-retry", retry);
        }

        String requestId() {
            assertThat(headers.get("x-request-id")).matches("req_[0-9a-f]{32}");
            return headers.get("x-request-id");
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    Answer postJson(String path, String json) {
        return post(path, json, "Authorization: Bearer " + ProbeBeans.GOOD_KEY, "Content-Type: application/json");
    }

    Answer getWithKey(String path) {
        return get(path, "Authorization: Bearer " + ProbeBeans.GOOD_KEY);
    }

    Answer send(String method, String path, String body, String... headers) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        if (length > 0) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        return sendRaw(head + "\r\n" + body);
    }

    Answer sendRaw(String request) {
        return sendRaw(request.getBytes(StandardCharsets.UTF_8));
    }

    Answer sendRaw(byte[] request) {
        try (var socket = new Socket("localhost", server.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            var sender = Thread.startVirtualThread(() -> write(socket, request));
            var answer = parse(new String(readAll(socket), StandardCharsets.UTF_8));
            sender.interrupt();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In its own thread: a server may answer before it has taken everything, and hang up. */
    private static void write(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // The answer says why.
        }
    }

    private static byte[] readAll(Socket socket) throws IOException {
        var received = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(received);
        } catch (IOException e) {
            if (received.size() == 0) {
                throw e;
            }
        }
        return received.toByteArray();
    }

    /** An interim answer (RFC 9110, section 15.2) stands before the one that counts. */
    private static Answer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (text.startsWith("HTTP/1.1 100 ")) {
            return parse(text.substring(end + 4));
        }
        assertThat(end).as("an HTTP answer: <%s>", text).isPositive();
        var lines = text.substring(0, end).split("\r\n");
        var headers = new TreeMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.merge(lines[i].substring(0, colon).toLowerCase(Locale.ROOT), lines[i].substring(colon + 1).trim(),
                    (one, more) -> one + ", " + more);
        }
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
    }
}
