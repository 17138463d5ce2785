package dev.corridor.domain.idempotency;

import dev.corridor.domain.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a request asks for, field by field, in a form that can be compared and not read back: a digest of each value. Two requests that mean
 * the same have the same fingerprint, however they are written, and two that mean different things never do: every value is digested with its type, and
 * every text and list behind its length, so that none can be taken for another one.
 *
 * @param text for each field {@code q} or {@code b} (query or body), the length of its name in characters, a colon, the name, and 24 hex digits; the query
 *     first, by name, then the body in the order of its fields
 */
public record Fingerprint(String text) {

    private static final char QUERY = 'q';
    private static final char BODY = 'b';
    private static final int DIGEST_BYTES = 12;
    private static final int DIGEST_DIGITS = 2 * DIGEST_BYTES;

    /** A value that is none of JSON's others, such as a number that no {@code long} holds: as it was written. */
    public record Literal(String text) {}

    /**
     * @param query the parameters that are given
     * @param body the fields that are given: each a {@code String}, {@code Boolean}, {@code Long}, {@link Literal}, or a {@code List} or {@code Map} (by name)
     *     of such, or {@code null} within these
     */
    public static Fingerprint of(Map<String, List<String>> query, Map<String, ?> body) {
        var text = new StringBuilder();
        new TreeMap<>(query).forEach((name, values) -> append(text, QUERY, name, values));
        body.forEach((name, value) -> append(text, BODY, name, value));
        return new Fingerprint(text.toString());
    }

    private static void append(StringBuilder text, char space, String name, Object value) {
        text.append(space).append(name.length()).append(':').append(name).append(digest(value));
    }

    /** The name of the first field in which the other request differs; empty if they are the same. */
    public Optional<String> firstDifference(Fingerprint other) {
        var mine = fields();
        var theirs = other.fields();
        var fields = new LinkedHashMap<>(mine);
        fields.putAll(theirs);
        return fields.keySet().stream()
                .filter(field -> !mine.getOrDefault(field, "").equals(theirs.getOrDefault(field, "")))
                .map(Field::name)
                .findFirst();
    }

    private record Field(char space, String name) {}

    private Map<Field, String> fields() {
        var fields = new LinkedHashMap<Field, String>();
        for (int i = 0; i < text.length();) {
            int colon = text.indexOf(':', i);
            int name = colon + 1;
            int digest = name + Integer.parseInt(text, i + 1, colon, 10);
            fields.put(new Field(text.charAt(i), text.substring(name, digest)), text.substring(digest, digest + DIGEST_DIGITS));
            i = digest + DIGEST_DIGITS;
        }
        return fields;
    }

    private static String digest(Object value) {
        var bytes = new ByteArrayOutputStream();
        encode(value, bytes);
        return HexFormat.of().formatHex(Sha256.of(bytes.toByteArray()), 0, DIGEST_BYTES);
    }

    private static void encode(Object value, ByteArrayOutputStream bytes) {
        switch (value) {
            case null -> bytes.write('0');
            case String text -> encode('s', text, bytes);
            case Boolean bool -> bytes.write(bool ? 't' : 'f');
            case Long number -> encode('n', number.toString(), bytes);
            case Literal literal -> encode('x', literal.text, bytes);
            case List<?> list -> {
                begin('l', list.size(), bytes);
                list.forEach(element -> encode(element, bytes));
            }
            case Map<?, ?> map -> {
                begin('m', map.size(), bytes);
                new TreeMap<>(map).forEach((name, member) -> {
                    encode(name, bytes);
                    encode(member, bytes);
                });
            }
            default -> throw new IllegalArgumentException("no request has a " + value.getClass());
        }
    }

    private static void encode(char type, String text, ByteArrayOutputStream bytes) {
        begin(type, text.length(), bytes);
        // No charset: it would make all incomplete pairs one question mark.
        text.chars().forEach(c -> {
            bytes.write(c >> 8);
            bytes.write(c);
        });
    }

    private static void begin(char type, int length, ByteArrayOutputStream bytes) {
        bytes.write(type);
        bytes.writeBytes((length + ":").getBytes(StandardCharsets.US_ASCII));
    }
}
