package dev.corridor.service.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.UUID;

/**
 * An HTTP connection of one customer, sufficient for the service's JSON responses. A full HTTP client would occupy this JVM's compilers,
 * which should compile the service.
 */
final class SandboxClient implements AutoCloseable {

    /** Longer than any response takes. */
    private static final int ANSWER_LIMIT_MILLIS = 30_000;

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "\r\ncontent-length: ";

    private final Socket socket;
    private final String key;
    private byte[] received = new byte[16 * 1024];

    private SandboxClient(Socket socket, String key) {
        this.socket = socket;
        this.key = key;
    }

    static SandboxClient connect(int port, String key) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWER_LIMIT_MILLIS);
        return new SandboxClient(socket, key);
    }

    /** Returns the body, whatever the status. */
    String get(String path) throws IOException {
        return ask(head("GET", path) + "\r\n");
    }

    /** @param body in ASCII */
    String post(String path, String body) throws IOException {
        return ask(head("POST", path)
                + "Idempotency-Key: " + UUID.randomUUID() + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + END_OF_HEAD
                + body);
    }

    private String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key + "\r\n";
    }

    private String ask(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        var input = socket.getInputStream();
        int count = 0;
        int endOfHead = -1;
        var text = "";
        while (endOfHead < 0) {
            count = readMore(input, count);
            text = new String(received, 0, count, ISO_8859_1);
            endOfHead = text.indexOf(END_OF_HEAD);
        }
        int begin = endOfHead + END_OF_HEAD.length();
        int end = begin + contentLength(text);
        while (count < end) {
            count = readMore(input, count);
        }
        return new String(received, begin, end - begin, ISO_8859_1);
    }

    private int readMore(InputStream input, int count) throws IOException {
        if (count == received.length) {
            received = Arrays.copyOf(received, 2 * count);
        }
        int read = input.read(received, count, received.length - count);
        if (read < 0) {
            throw new EOFException("the service has closed the connection");
        }
        return count + read;
    }

    private static int contentLength(String head) throws IOException {
        int name = head.indexOf(LENGTH);
        if (name < 0) {
            throw new IOException("an answer does not tell its length");
        }
        int begin = name + LENGTH.length();
        return Integer.parseInt(head, begin, head.indexOf('\r', begin), 10);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
