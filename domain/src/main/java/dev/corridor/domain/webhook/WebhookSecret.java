package dev.corridor.domain.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that signs an endpoint's messages: {@code whsec_} and the key in Base64. Sources: Svix, "Verifying payloads"; Standard Webhooks,
 * "Symmetric signatures".
 */
public record WebhookSecret(String value) {

    /** Entropy of a new secret, in bytes: 192 bits, the most that Base64 writes in 32 characters. */
    public static final int RANDOM_BYTES = 24;

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    public WebhookSecret {
        if (!value.startsWith(PREFIX) || value.length() == PREFIX.length()) {
            throw new IllegalArgumentException("a webhook secret is " + PREFIX + " and a key in Base64");
        }
    }

    public static WebhookSecret generate(byte[] randomBytes) {
        if (randomBytes.length != RANDOM_BYTES) {
            throw new IllegalArgumentException("a webhook secret is made from " + RANDOM_BYTES + " random bytes");
        }
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(randomBytes));
    }

    /** The signature of a message that is sent at this time, to the second. */
    public String sign(MessageId message, Instant sentAt, String body) {
        return sign(message.toString(), sentAt.getEpochSecond(), body);
    }

    String sign(String message, long seconds, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(value.substring(PREFIX.length())), ALGORITHM));
            var signed = message + "." + seconds + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
