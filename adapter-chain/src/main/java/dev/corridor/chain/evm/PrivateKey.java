package dev.corridor.chain.evm;

import dev.corridor.chain.evm.Secp256k1.Signature;
import dev.corridor.domain.digest.Keccak256;
import java.math.BigInteger;

/** A wallet whose key lies in memory. */
public final class PrivateKey implements Signer {

    private final BigInteger number;
    private final String address;

    /** @throws IllegalArgumentException if it is no key of the curve */
    public PrivateKey(byte[] key) {
        this.number = new BigInteger(1, key);
        if (!Secp256k1.isPrivateKey(number)) {
            throw new IllegalArgumentException("not a private key");
        }
        this.address = Secp256k1.addressOf(number);
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public Signature sign(byte[] message) {
        return Secp256k1.sign(Keccak256.of(message), number);
    }

    @Override
    public String toString() {
        return "PrivateKey[" + address + "]";
    }
}
