package dev.corridor.domain.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A shared secret that signs requests. The signature is the HMAC-SHA512 of the message in lower-case hex digits; message and secret are
 * UTF-8. Source: the Nexpay contract.
 */
public record SigningSecret(String value) {

    /** Entropy of a new secret, in bytes. */
    public static final int RANDOM_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA512";

    public SigningSecret {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a secret is not empty");
        }
    }

    public static SigningSecret generate(byte[] randomBytes) {
        if (randomBytes.length != RANDOM_BYTES) {
            throw new IllegalArgumentException("a signing secret is made from " + RANDOM_BYTES + " random bytes");
        }
        return new SigningSecret(HexFormat.of().formatHex(randomBytes));
    }

    public String sign(String message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Compares in constant time, so that the duration does not reveal how much of a forged signature is right. */
    public boolean hasSigned(String message, String signature) {
        return MessageDigest.isEqual(
                sign(message).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SigningSecret[…]";
    }
}
