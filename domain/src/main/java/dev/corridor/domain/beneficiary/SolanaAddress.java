package dev.corridor.domain.beneficiary;

import java.util.Optional;

/** An address of Solana: 32 bytes in Base58. It carries no checksum. */
final class SolanaAddress {

    private static final int BYTES = 32;

    private SolanaAddress() {}

    /** Its 32 bytes; empty if it is none. */
    static Optional<byte[]> decode(String text) {
        return Base58.decode(text, BYTES);
    }
}
