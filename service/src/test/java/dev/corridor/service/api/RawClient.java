package dev.corridor.service.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Sends requests byte by byte, as no client library would, each over a connection of its own. */
record RawClient(int port) {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

    /** What came back: nothing, one answer, or several if the request was taken for several. */
    record Reply(String text) {

        List<Integer> statuses() {
            return STATUS.matcher(text).results().map(status -> Integer.valueOf(status.group(1))).filter(status -> status >= 200).toList();
        }

        /** What is not answered counts as refused. */
        boolean isRefusal() {
            return statuses().stream().allMatch(status -> status >= 300);
        }
    }

    /** Reads until the server closes the connection, or is silent for the given time. */
    Reply send(byte[] request, Duration patience) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            return new Reply(exchange(socket, request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that has refused a request does not wait for the rest of it. The answer before it closed counts. */
    private static String exchange(Socket socket, byte[] request) {
        var received = new ByteArrayOutputStream();
        try {
            socket.getOutputStream().write(request);
            socket.getInputStream().transferTo(received);
        } catch (IOException e) {
            return received.toString(StandardCharsets.UTF_8);
        }
        return received.toString(StandardCharsets.UTF_8);
    }
}
