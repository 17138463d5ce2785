package dev.corridor.service.sandbox;

import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.user.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The sandbox's login to the portal. It follows from the sandbox's key, so there is no second secret to keep: a restart, and each node with that key, has
 * the same one.
 */
record SandboxLogin(EmailAddress email, String password) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int NAME_LENGTH = 6;
    private static final int PASSWORD_LENGTH = 20;

    static SandboxLogin of(ApiKeySecret key) {
        return new SandboxLogin(
                EmailAddress.of("sandbox-" + derive(key, "name", NAME_LENGTH) + "@example.com"),
                "Sandbox-1-" + derive(key, "password", PASSWORD_LENGTH));
    }

    private static String derive(ApiKeySecret key, String purpose, int length) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(("portal " + purpose).getBytes(StandardCharsets.UTF_8))).substring(0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "SandboxLogin[" + email + "]";
    }
}
