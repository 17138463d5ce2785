package dev.corridor.benchmarks.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An HTTP/1.1 response; it must have a {@code Content-Length}.
 *
 * @param isLast whether the server closes the connection after it
 */
public record Answer(int status, String body, boolean isLast) {

    private static final byte[] CONTENT_LENGTH = lowerCase("content-length:");
    private static final byte[] TRANSFER_ENCODING = lowerCase("transfer-encoding:");
    private static final byte[] CONNECTION_CLOSE = lowerCase("connection: close");
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int STATUS_DIGITS = 3;
    private static final int UNKNOWN = -1;

    /** Parses the bytes from 0 to the buffer's position; empty while the response is incomplete. */
    static Optional<Answer> parse(ByteBuffer received) {
        int bodyStart = endOfHead(received);
        if (bodyStart == UNKNOWN) {
            return Optional.empty();
        }
        int bodyLength = UNKNOWN;
        boolean isLast = false;
        for (int line = endOfLine(received, 0); line < bodyStart; line = endOfLine(received, line)) {
            if (startsWith(received, line, CONTENT_LENGTH)) {
                bodyLength = number(received, line + CONTENT_LENGTH.length);
            } else if (startsWith(received, line, CONNECTION_CLOSE)) {
                isLast = true;
            } else if (startsWith(received, line, TRANSFER_ENCODING)) {
                throw new IllegalStateException("an answer came in chunks, which this generator does not read");
            }
        }
        if (bodyLength == UNKNOWN) {
            throw new IllegalStateException("an answer came without its length");
        }
        if (received.position() < bodyStart + bodyLength) {
            return Optional.empty();
        }
        if (received.position() > bodyStart + bodyLength) {
            throw new IllegalStateException("more came than was asked for");
        }
        var body = new byte[bodyLength];
        received.get(bodyStart, body);
        return Optional.of(new Answer(status(received), new String(body, StandardCharsets.UTF_8), isLast));
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** The value of a text member anywhere in the JSON body. Only for values without escapes, such as ids. */
    public String text(String member) {
        var opening = '"' + member + "\":\"";
        int start = body.indexOf(opening);
        if (start < 0) {
            throw new IllegalStateException("no " + member + " in " + body);
        }
        return body.substring(start + opening.length(), body.indexOf('"', start + opening.length()));
    }

    private static int endOfHead(ByteBuffer received) {
        for (int i = 3; i < received.position(); i++) {
            if (received.get(i) == '\n' && received.get(i - 1) == '\r' && received.get(i - 2) == '\n' && received.get(i - 3) == '\r') {
                return i + 1;
            }
        }
        return UNKNOWN;
    }

    private static int endOfLine(ByteBuffer received, int from) {
        int i = from;
        while (received.get(i) != '\n') {
            i++;
        }
        return i + 1;
    }

    private static boolean startsWith(ByteBuffer received, int at, byte[] lowerCase) {
        for (int i = 0; i < lowerCase.length; i++) {
            if (at + i >= received.position() || Character.toLowerCase(received.get(at + i)) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    private static int number(ByteBuffer received, int from) {
        int i = from;
        while (received.get(i) == ' ') {
            i++;
        }
        int number = 0;
        for (; received.get(i) >= '0' && received.get(i) <= '9'; i++) {
            number = Math.addExact(Math.multiplyExact(number, 10), received.get(i) - '0');
        }
        return number;
    }

    private static int status(ByteBuffer received) {
        int status = 0;
        for (int i = STATUS_AT; i < STATUS_AT + STATUS_DIGITS; i++) {
            status = status * 10 + received.get(i) - '0';
        }
        return status;
    }

    private static byte[] lowerCase(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
