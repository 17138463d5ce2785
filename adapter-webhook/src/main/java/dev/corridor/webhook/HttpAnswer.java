package dev.corridor.webhook;

import dev.corridor.domain.webhook.Attempt;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An HTTP/1.1 answer, as far as it matters: its status, and the beginning of its body for the customer to look at. Source: RFC 9112.
 *
 * @param text at most {@link Attempt#MAX_ANSWER_BYTES} of the body
 */
record HttpAnswer(int status, String text) {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
    private static final int FIRST_FINAL_STATUS = 200;
    private static final int HEXADECIMAL = 16;

    /** Bounds all lines, in bytes. */
    private static final int MAX_LINES_BYTES = 16_384;

    /** The status decides; the body may take no longer than this. */
    private static final Duration PATIENCE_FOR_BODY = Duration.ofSeconds(1);

    static HttpAnswer read(Socket socket, Deadline deadline) throws IOException {
        var lines = new Lines(new BufferedInputStream(socket.getInputStream()));
        int status;
        boolean isChunked;
        do {
            status = status(lines.next());
            isChunked = isChunked(lines);
        } while (status < FIRST_FINAL_STATUS);
        var patience = deadline.remaining().compareTo(PATIENCE_FOR_BODY) < 0 ? deadline.remaining() : PATIENCE_FOR_BODY;
        socket.setSoTimeout(Deadline.millis(patience));
        return new HttpAnswer(status, text(lines, isChunked));
    }

    private static int status(String line) throws NoHttpAnswerException {
        var matcher = STATUS_LINE.matcher(line);
        if (!matcher.matches()) {
            throw new NoHttpAnswerException("a status line was expected");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static boolean isChunked(Lines lines) throws IOException {
        boolean isChunked = false;
        for (var header = lines.next(); !header.isEmpty(); header = lines.next()) {
            var lower = header.toLowerCase(Locale.ROOT);
            isChunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        return isChunked;
    }

    /** As much as has come of the body. */
    private static String text(Lines lines, boolean isChunked) {
        var body = new ByteArrayOutputStream();
        try {
            int size = isChunked ? chunkSize(lines) : Attempt.MAX_ANSWER_BYTES;
            while (size > 0 && copy(lines.in, size, body)) {
                lines.next();
                size = chunkSize(lines);
            }
        } catch (IOException e) {
            // The status has come: what is missing of the body, or wrong with it, changes nothing.
        }
        return printable(body.toString(StandardCharsets.UTF_8));
    }

    private static int chunkSize(Lines lines) throws IOException {
        try {
            return Integer.parseInt(lines.next().split(";", 2)[0].strip(), HEXADECIMAL);
        } catch (NumberFormatException e) {
            throw new NoHttpAnswerException("the size of a chunk was expected");
        }
    }

    /** Whether there was all of it, and there is room for more. */
    private static boolean copy(InputStream in, int size, ByteArrayOutputStream body) throws IOException {
        for (int i = 0; i < size && body.size() < Attempt.MAX_ANSWER_BYTES; i++) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            body.write(next);
        }
        return body.size() < Attempt.MAX_ANSWER_BYTES;
    }

    /** Without control characters, which neither a database nor a terminal is to be given. */
    private static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Reads lines up to a bound. */
    private static final class Lines {

        private final InputStream in;
        private int left = MAX_LINES_BYTES;

        private Lines(InputStream in) {
            this.in = in;
        }

        private String next() throws IOException {
            var line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("the connection was closed within a line");
                }
                if (left-- == 0) {
                    throw new NoHttpAnswerException("too many headers");
                }
                line.append((char) next);
            }
            int length = line.length();
            return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
        }
    }
}
