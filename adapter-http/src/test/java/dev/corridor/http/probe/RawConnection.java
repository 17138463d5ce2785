package dev.corridor.http.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A connection that stays open for as long as the server lets it, so that a test sees when it is closed. */
final class RawConnection implements AutoCloseable {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");
    private static final Pattern CODE = Pattern.compile("(?mi)^corridor-code: (\\w+)\r?$");

    /** A length, up to the end of its head. */
    private static final Pattern LENGTH = Pattern.compile("(?mi)^content-length: (\\d+)\r\n(?:.+\r\n)*\r\n");

    /** Less than any deadline for a head, a body, or the next request. */
    private static final Duration AT_ONCE = Duration.ofSeconds(8);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Socket socket;

    RawConnection(int port) {
        try {
            this.socket = new Socket("localhost", port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came, and whether the server has closed the connection. */
    record Received(String text, boolean closed) {

        List<Integer> statuses() {
            return STATUS.matcher(text).results().map(status -> Integer.valueOf(status.group(1))).toList();
        }

        /** Those that have come to the end that their length says. */
        long answers() {
            return LENGTH.matcher(text).results().filter(length -> length.end() + Integer.parseInt(length.group(1)) <= text.length()).count();
        }

        List<String> codes() {
            return CODE.matcher(text).results().map(code -> code.group(1)).toList();
        }
    }

    RawConnection send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A server that has closed the connection takes nothing more; its answer says why. */
    RawConnection send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // The test sees it in what was received.
        }
        return this;
    }

    boolean accepts(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads until the server closes the connection, which it does at once: before any deadline. */
    Received receiveAll() {
        return receive(AT_ONCE);
    }

    /** Reads until the server closes the connection, or for that long. */
    Received receive(Duration patience) {
        return receive(patience, received -> false);
    }

    /** Reads until so many answers have come. */
    Received receive(int answers) {
        return receive(PATIENCE, received -> received.answers() >= answers);
    }

    private Received receive(Duration patience, Predicate<Received> isEnough) {
        var received = new ByteArrayOutputStream();
        var current = new Received("", false);
        long end = System.nanoTime() + patience.toNanos();
        var buffer = new byte[8192];
        try {
            while (!current.closed() && !isEnough.test(current)) {
                socket.setSoTimeout(Math.toIntExact(Math.max(1, (end - System.nanoTime()) / 1_000_000)));
                int read = socket.getInputStream().read(buffer);
                received.write(buffer, 0, Math.max(0, read));
                current = new Received(received.toString(StandardCharsets.UTF_8), read < 0);
            }
            return current;
        } catch (SocketTimeoutException e) {
            return current;
        } catch (IOException e) {
            return new Received(current.text(), true);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
