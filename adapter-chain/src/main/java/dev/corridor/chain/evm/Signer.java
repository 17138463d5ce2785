package dev.corridor.chain.evm;

import dev.corridor.chain.evm.Secp256k1.Signature;

/** Holds the key of a wallet, or knows who holds it. */
public interface Signer {

    /** The wallet: {@code 0x} and 40 lower-case hex digits. */
    String address();

    /**
     * Signs the Keccak-256 of the bytes.
     *
     * @throws dev.corridor.application.transaction.port.Chain.Unavailable if the holder of the key cannot be reached
     */
    Signature sign(byte[] message);
}
