package dev.corridor.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies the messages to one endpoint of yours, which are signed as Standard Webhooks has it. */
public final class Webhook {

    /** A message of another time may be a recorded one. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final InstantSource clock;

    private Webhook(SecretKeySpec key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /** @param secret the endpoint's, which begins with {@code whsec_} */
    public static Webhook of(String secret) {
        return of(secret, InstantSource.system());
    }

    static Webhook of(String secret, InstantSource clock) {
        return new Webhook(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^" + PREFIX, "")), ALGORITHM), clock);
    }

    /**
     * Answers the message. It may come again: drop those whose id you have seen.
     *
     * @param body the bytes as they came
     * @param headers the value of a request's header, or null: {@code request::getHeader}
     * @throws InvalidSignatureException if it is not Corridor's, or not of these five minutes
     */
    public WebhookMessage verify(byte[] body, UnaryOperator<String> headers) {
        var id = header("webhook-id", headers);
        var timestamp = header("webhook-timestamp", headers);
        var expected = signature(id + "." + timestamp + ".", body).getBytes(StandardCharsets.UTF_8);
        boolean isSigned = Stream.of(header("webhook-signature", headers).split(" "))
                .anyMatch(signature -> MessageDigest.isEqual(signature.getBytes(StandardCharsets.UTF_8), expected));
        if (!isSigned) {
            throw new InvalidSignatureException("no signature is of this message and secret");
        } else if (Duration.between(moment(timestamp), clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw new InvalidSignatureException("the message is not of now but of " + timestamp);
        }
        return WebhookMessage.of(id, new String(body, StandardCharsets.UTF_8));
    }

    private static String header(String name, UnaryOperator<String> headers) {
        return Optional.ofNullable(headers.apply(name)).orElseThrow(() -> new InvalidSignatureException("the header " + name + " is missing"));
    }

    private static Instant moment(String seconds) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (NumberFormatException | DateTimeException e) {
            throw new InvalidSignatureException("the timestamp is no time");
        }
    }

    private String signature(String head, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
