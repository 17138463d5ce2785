package dev.corridor.domain.beneficiary;

import dev.corridor.domain.digest.Sha256;
import java.util.Arrays;
import java.util.Optional;

/** A Tron address in Base58: the byte 0x41, 20 bytes, and the first four bytes of their double SHA-256. It begins with a T. */
final class TronAddress {

    private static final byte PREFIX = 0x41;
    private static final int PAYLOAD = 21;
    private static final int CHECKSUM = 4;

    private TronAddress() {}

    /** Its twenty bytes, which are those of an Ethereum address of the same key; empty if it is none. */
    static Optional<byte[]> decode(String text) {
        return Base58.decode(text, PAYLOAD + CHECKSUM)
                .filter(TronAddress::isAddress)
                .map(bytes -> Arrays.copyOfRange(bytes, 1, PAYLOAD));
    }

    private static boolean isAddress(byte[] bytes) {
        var hash = Sha256.of(Sha256.of(Arrays.copyOf(bytes, PAYLOAD)));
        return bytes[0] == PREFIX && Arrays.equals(bytes, PAYLOAD, PAYLOAD + CHECKSUM, hash, 0, CHECKSUM);
    }
}
