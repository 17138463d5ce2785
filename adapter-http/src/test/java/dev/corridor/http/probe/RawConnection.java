package dev.corridor.http.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** A connection that stays open for as long as the server lets it, so that a test sees when it is closed. */
final class RawConnection implements AutoCloseable {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");
    private static final Pattern CODE = Pattern.compile("(?mi)^corridor-code: (\\w+)\r?$");

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

    /** Reads until the server closes the connection, or for that long. */
    Received receive(Duration patience) {
        var received = new ByteArrayOutputStream();
        boolean closed = false;
        long end = System.nanoTime() + patience.toNanos();
        var buffer = new byte[8192];
        try {
            while (!closed) {
                socket.setSoTimeout(Math.toIntExact(Math.max(1, (end - System.nanoTime()) / 1_000_000)));
                int read = socket.getInputStream().read(buffer);
                closed = read < 0;
                received.write(buffer, 0, Math.max(0, read));
            }
        } catch (SocketTimeoutException e) {
            closed = false;
        } catch (IOException e) {
            closed = true;
        }
        return new Received(received.toString(StandardCharsets.UTF_8), closed);
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
