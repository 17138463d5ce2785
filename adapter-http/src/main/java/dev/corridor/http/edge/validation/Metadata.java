package dev.corridor.http.edge.validation;

import dev.corridor.domain.text.Check;
import dev.corridor.http.edge.wire.Described;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The client's own data: at most 50 keys, and 4096 bytes as JSON in UTF-8 without blanks. Source: the NXOS contract, section 1, "Beneficiaries". */
public final class Metadata implements Check<Map<String, String>>, Described {

    private static final int MAX_KEYS = 50;
    private static final int MAX_BYTES = 4096;
    private static final int PUNCTUATION_PER_ENTRY = 6;

    @Override
    public boolean accepts(Map<String, String> metadata) {
        return metadata.size() <= MAX_KEYS && bytesOf(metadata) <= MAX_BYTES;
    }

    /** Two braces, and per entry four quotes, a colon and a comma, except for the last comma. */
    private static int bytesOf(Map<String, String> metadata) {
        int bytes = metadata.isEmpty() ? 2 : 1;
        for (var entry : metadata.entrySet()) {
            bytes += PUNCTUATION_PER_ENTRY + bytesOf(entry.getKey()) + bytesOf(entry.getValue());
        }
        return bytes;
    }

    /** Control characters are refused earlier, so only quotes and backslashes are escaped. */
    private static int bytesOf(String text) {
        int escapes = (int) text.chars().filter(c -> c == '"' || c == '\\').count();
        return text.getBytes(StandardCharsets.UTF_8).length + escapes;
    }

    @Override
    public String reason() {
        return "must have at most 50 keys and 4096 bytes";
    }

    @Override
    public Map<String, Object> keywords() {
        return Map.of("maxProperties", MAX_KEYS);
    }
}
