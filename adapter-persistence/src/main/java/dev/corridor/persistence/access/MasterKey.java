package dev.corridor.persistence.access;

import java.util.HexFormat;

/** Encrypts secrets in the database: 256 bits in 64 hex digits. Without it, they cannot be decrypted. */
public record MasterKey(String hex) {

    public static final int BYTES = 32;

    public MasterKey {
        if (hex.length() != 2 * BYTES || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("a master key is " + 2 * BYTES + " hex digits");
        }
    }

    public static MasterKey of(byte[] bytes) {
        return new MasterKey(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return "MasterKey[…]";
    }
}
