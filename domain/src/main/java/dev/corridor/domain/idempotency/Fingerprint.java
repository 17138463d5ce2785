package dev.corridor.domain.idempotency;

import dev.corridor.domain.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What a request asks for, field by field, in a form that can be compared and not read back: a digest of each value. Two requests that mean
 * the same have the same fingerprint, however they are written.
 *
 * @param text a line {@code name=digest} per field, in the order of the fields
 */
public record Fingerprint(String text) {

    private static final int DIGEST_BYTES = 12;

    /** @param fields the fields that are given, as canonical text */
    public static Fingerprint of(Map<String, String> fields) {
        var lines = new StringJoiner("\n");
        fields.forEach((name, value) -> lines.add(name + "=" + digest(value)));
        return new Fingerprint(lines.toString());
    }

    /** The first field in which the other request differs; empty if they are the same. */
    public Optional<String> firstDifference(Fingerprint other) {
        var mine = fields();
        var theirs = other.fields();
        var names = new LinkedHashMap<>(mine);
        names.putAll(theirs);
        return names.keySet().stream()
                .filter(name -> !mine.getOrDefault(name, "").equals(theirs.getOrDefault(name, "")))
                .findFirst();
    }

    private Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        text.lines().forEach(line -> {
            int end = line.lastIndexOf('=');
            fields.put(line.substring(0, end), line.substring(end + 1));
        });
        return fields;
    }

    private static String digest(String value) {
        return HexFormat.of().formatHex(Sha256.of(value.getBytes(StandardCharsets.UTF_8)), 0, DIGEST_BYTES);
    }
}
