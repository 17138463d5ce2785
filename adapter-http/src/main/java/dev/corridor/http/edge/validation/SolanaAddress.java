package dev.corridor.http.edge.validation;

/** An address of Solana: 32 bytes in Base58. It carries no checksum. */
final class SolanaAddress {

    private static final int BYTES = 32;

    private SolanaAddress() {}

    static boolean isValid(String text) {
        return Base58.decode(text, BYTES).isPresent();
    }
}
