package dev.corridor.crypto;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.corridor.application.operator.port.OneTimeCodes;
import dev.corridor.domain.operator.OneTimeSecret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** TOTP (RFC 6238) as apps on telephones have it: six digits of HMAC-SHA-1, and a time step of 30 seconds. */
public final class TimedCodes implements OneTimeCodes {

    /** Clocks differ, and people are slow: the code of the step before the present one and of the one after it are taken too (section 5.2). */
    private static final int STEPS_BESIDE = 1;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    @Override
    public OptionalLong stepOf(String code, OneTimeSecret secret, Instant now) {
        var key = new SecretKeySpec(Base32.decode(secret.value()), generator.getAlgorithm());
        long stepMillis = generator.getTimeStep().toMillis();
        long present = Math.floorDiv(now.toEpochMilli(), stepMillis);
        var found = OptionalLong.empty();
        for (long step = present - STEPS_BESIDE; step <= present + STEPS_BESIDE; step++) {
            if (isEqual(codeAt(Instant.ofEpochMilli(step * stepMillis), key), code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private String codeAt(Instant instant, SecretKeySpec key) {
        try {
            return generator.generateOneTimePasswordString(key, instant);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any 20 bytes are a key of HMAC-SHA-1", e);
        }
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
