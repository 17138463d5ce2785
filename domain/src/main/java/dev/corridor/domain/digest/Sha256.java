package dev.corridor.domain.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The digest of FIPS 180-4. To ask the platform for it takes longer than to digest a short text; so it is asked once, and what it gave
 * is copied.
 */
public final class Sha256 {

    private static final MessageDigest EMPTY = ask();

    private Sha256() {}

    /** The 32 bytes of the digest. */
    public static byte[] of(byte[] bytes) {
        try {
            return ((MessageDigest) EMPTY.clone()).digest(bytes);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest ask() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
