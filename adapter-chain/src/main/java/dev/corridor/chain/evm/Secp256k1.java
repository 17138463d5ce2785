package dev.corridor.chain.evm;

import dev.corridor.domain.digest.Keccak256;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9IntegerConverter;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.math.ec.custom.sec.SecP256K1Curve;

/**
 * Ethereum's signatures. The random number of a signature is derived from key and digest (RFC 6979), so signing twice gives the same bytes. Of the two
 * forms that each signature has, the lower one is taken: nodes refuse the other (EIP-2). Source: SEC 1, version 2.0, section 4.1.
 */
final class Secp256k1 {

    private static final ECDomainParameters CURVE = new ECDomainParameters(CustomNamedCurves.getByName("secp256k1"));
    private static final BigInteger HALF = CURVE.getN().shiftRight(1);
    private static final int COORDINATE_BYTES = 32;
    private static final int ADDRESS_BYTES = 20;

    private Secp256k1() {}

    /** @param yParity whether the y coordinate of the random point is odd, 0 or 1: with it the public key follows from the signature */
    public record Signature(int yParity, BigInteger r, BigInteger s) {

        /** In the form that nodes accept. */
        Signature low() {
            return s.compareTo(HALF) > 0 ? new Signature(1 - yParity, r, CURVE.getN().subtract(s)) : this;
        }
    }

    static Signature sign(byte[] digest, BigInteger privateKey) {
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(privateKey, CURVE));
        var parts = signer.generateSignature(digest);
        return of(digest, parts[0], parts[1], addressOf(privateKey))
                .orElseThrow(() -> new IllegalStateException("a signature does not lead back to its key"));
    }

    /** The signature by that address whose numbers are given; empty if it is of another key. */
    static Optional<Signature> of(byte[] digest, BigInteger r, BigInteger s, String address) {
        for (int yParity = 0; yParity <= 1; yParity++) {
            var signature = new Signature(yParity, r, s);
            if (signer(digest, signature).equals(Optional.of(address))) {
                return Optional.of(signature.low());
            }
        }
        return Optional.empty();
    }

    static String addressOf(BigInteger privateKey) {
        return addressOf(new FixedPointCombMultiplier().multiply(CURVE.getG(), privateKey).normalize());
    }

    /** Of a public key, as its 64 bytes without a prefix. */
    static String addressOf(byte[] publicKey) {
        var digest = Keccak256.of(publicKey);
        return Hex.of(Arrays.copyOfRange(digest, digest.length - ADDRESS_BYTES, digest.length));
    }

    /** Of a public key in its compressed form. */
    static String addressOfCompressed(byte[] publicKey) {
        return addressOf(CURVE.getCurve().decodePoint(publicKey));
    }

    /** Whether the bytes are a public key in its compressed form. */
    static boolean isPublicKey(byte[] compressed) {
        try {
            return !CURVE.getCurve().decodePoint(compressed).isInfinity();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The public key, moved by the public key that belongs to the scalar; both in compressed form. */
    static byte[] plus(byte[] publicKey, byte[] scalar) {
        var number = new BigInteger(1, scalar);
        var sum = new FixedPointCombMultiplier().multiply(CURVE.getG(), number).add(CURVE.getCurve().decodePoint(publicKey)).normalize();
        if (!isPrivateKey(number) || sum.isInfinity()) {
            throw new IllegalStateException("there is no such key");
        }
        return sum.getEncoded(true);
    }

    static boolean isPrivateKey(BigInteger number) {
        return number.signum() > 0 && number.compareTo(CURVE.getN()) < 0;
    }

    /** The address whose key has signed; empty if no key can have. A random point beyond the order of the curve does not occur. */
    static Optional<String> signer(byte[] digest, Signature signature) {
        var r = signature.r();
        var s = signature.s();
        if (r.signum() <= 0 || s.signum() <= 0 || r.compareTo(CURVE.getN()) >= 0 || s.compareTo(CURVE.getN()) >= 0
                || r.compareTo(SecP256K1Curve.q) >= 0) {
            return Optional.empty();
        }
        var point = pointAt(r, signature.yParity());
        if (point.isEmpty()) {
            return Optional.empty();
        }
        var inverse = r.modInverse(CURVE.getN());
        var e = new BigInteger(1, digest);
        var key = ECAlgorithms.sumOfTwoMultiplies(
                CURVE.getG(), e.negate().multiply(inverse).mod(CURVE.getN()), point.get(), s.multiply(inverse).mod(CURVE.getN()));
        return key.isInfinity() ? Optional.empty() : Optional.of(addressOf(key.normalize()));
    }

    private static Optional<ECPoint> pointAt(BigInteger x, int yParity) {
        var encoded = new X9IntegerConverter().integerToBytes(x, COORDINATE_BYTES + 1);
        encoded[0] = (byte) (2 + yParity);
        try {
            return Optional.of(CURVE.getCurve().decodePoint(encoded));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String addressOf(ECPoint publicKey) {
        var encoded = publicKey.getEncoded(false);
        return addressOf(Arrays.copyOfRange(encoded, 1, encoded.length));
    }
}
