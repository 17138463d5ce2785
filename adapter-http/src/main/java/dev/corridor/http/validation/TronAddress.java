package dev.corridor.http.validation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** An address of Tron: the byte 0x41, twenty bytes, and the first four of their double SHA-256, in Base58. It begins with a T. */
final class TronAddress {

    private static final byte PREFIX = 0x41;
    private static final int PAYLOAD = 21;
    private static final int CHECKSUM = 4;

    private TronAddress() {}

    static boolean isValid(String text) {
        return Base58.decode(text, PAYLOAD + CHECKSUM).filter(TronAddress::isAddress).isPresent();
    }

    private static boolean isAddress(byte[] bytes) {
        var hash = sha256(sha256(Arrays.copyOf(bytes, PAYLOAD)));
        return bytes[0] == PREFIX && Arrays.equals(bytes, PAYLOAD, PAYLOAD + CHECKSUM, hash, 0, CHECKSUM);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
