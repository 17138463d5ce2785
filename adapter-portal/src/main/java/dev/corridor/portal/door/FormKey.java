package dev.corridor.portal.door;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * Proves that a form comes from a page of ours, shown to this browser: the form carries a digest of a random cookie. Another site can neither read the
 * page nor the cookie. Browsers also say from where a request was begun, and are believed when they say that it was elsewhere.
 */
record FormKey(String value, boolean isFresh) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Source: Fetch Metadata, section 2.3. */
    private static final String BEGUN_AT = "Sec-Fetch-Site";

    private static final Set<String> HERE = Set.of("same-origin", "none");

    /** The cookie of a user's request, or else a fresh one. */
    static FormKey of(Cookies cookies, HttpRequest<?> request) {
        return of(cookies, Cookies.Kind.FORM, request);
    }

    /** @param kind whose forms they are */
    static FormKey of(Cookies cookies, Cookies.Kind kind, HttpRequest<?> request) {
        return cookies.find(kind, request).map(value -> new FormKey(value, false)).orElseGet(FormKey::fresh);
    }

    static FormKey fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new FormKey(HexFormat.of().formatHex(bytes), true);
    }

    String token() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void require(Form form, HttpRequest<?> request) {
        var begunAt = request.getHeaders().get(BEGUN_AT);
        boolean isOurs = !isFresh
                && (begunAt == null || HERE.contains(begunAt))
                && MessageDigest.isEqual(bytes(token()), bytes(form.text(Form.TOKEN)));
        if (!isOurs) {
            throw new BusinessException(new Forbidden("The form is too old, or does not come from this portal. Open the page again."));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "FormKey[…]";
    }
}
