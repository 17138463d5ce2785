package dev.corridor.persistence.access;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Encrypts secrets in the database: 256 bits in 64 hex digits. Without it, they cannot be decrypted. While it is rotated there are several, with commas
 * between them: the first encrypts, and all decrypt.
 */
public record MasterKey(String hex) {

    public static final int BYTES = 32;

    public MasterKey {
        for (var key : hex.split(",", -1)) {
            if (key.length() != 2 * BYTES || !key.chars().allMatch(HexFormat::isHexDigit)) {
                throw new IllegalArgumentException("a master key is " + 2 * BYTES + " hex digits; a former one may follow after a comma");
            }
        }
    }

    public static MasterKey of(byte[] bytes) {
        return new MasterKey(HexFormat.of().formatHex(bytes));
    }

    /** The one that encrypts is first. */
    public List<byte[]> all() {
        return Arrays.stream(hex.split(",")).map(HexFormat.of()::parseHex).toList();
    }

    @Override
    public String toString() {
        return "MasterKey[…]";
    }
}
