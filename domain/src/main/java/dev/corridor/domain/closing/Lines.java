package dev.corridor.domain.closing;

import dev.corridor.domain.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Lines of a closed month, in their order: how many, and the SHA-256 of them, as UTF-8, each with a line feed behind it.
 *
 * @param hash 64 lower-case hex digits
 */
public record Lines(long count, String hash) {

    public static Sum begin() {
        return new Sum();
    }

    /** Takes lines one by one, because a month may have more than memory holds. */
    public static final class Sum {

        private static final String SEPARATOR = " ";
        private static final String NOTHING = "-";

        private final MessageDigest digest = Sha256.begin();
        private long count;

        private Sum() {}

        /** Fields are without spaces: codes, ids, numbers and times. One that is null is written as a hyphen. */
        public Sum add(Object... fields) {
            var line = new StringBuilder();
            for (var field : fields) {
                line.append(line.isEmpty() ? "" : SEPARATOR).append(field == null ? NOTHING : field);
            }
            digest.update(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            count++;
            return this;
        }

        /** Call once, after the last line. */
        public Lines end() {
            return new Lines(count, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
