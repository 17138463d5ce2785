package dev.corridor.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test vectors of the Nexpay contract. */
class SignedRequestTest {

    private static final String KEY = "4c0af59aaad960538015f35eff051336";
    private static final SigningSecret SECRET = new SigningSecret("test-secret");

    private static final String QUERY_NONCE = "1499263537306";
    private static final String QUERY = "/api/1/eurowallet/payments/status?externalPaymentId=0347563b-7c0f-486c-9e61-de38aa67b571";
    private static final String QUERY_SIGNATURE = "7bd95fdc2e8b3fff387713fffc6847faa03f8f2b3ac79b938565e28b8950f1464895d634852c938f3110be8b340e4c12199a1210914986bb159d9884adbb31b7";

    private static final String BODY_NONCE = "1499263537307";
    private static final String BODY_PATH = "/api/2/eurowallet/payments";
    private static final String BODY = "requestTime=1499263537307&account=LT933080020000000686&amount=10.00&beneficiaryName=Acme Ltd"
            + "&beneficiaryAccount=DE89370400440532013000&beneficiaryReference=INV-1";
    private static final String BODY_SIGNATURE = "0e30d9ce7b1f4b57c834139ac942027e7ecc25381d077c0674f9cb88b140fe039cf75f0990f08e48ceec4b276019f8c04b6c2a5bee788d0b1eb4ff789f06ec39";

    private static boolean isSigned(String key, String nonce, String target, String body, String signature) {
        return request(nonce, signature, target, "", false, body).isSignedWith(SECRET, SignatureFormat.NEXPAY, key);
    }

    private static SignedRequest request(String nonce, String signature, String target, String idempotencyKey, boolean isForm, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return new SignedRequest(Nonce.find(nonce).orElseThrow(), signature, "POST", target, idempotencyKey, "", isForm, () -> bytes);
    }

    /** Flips one bit of one character. */
    private static String flipped(String text, int at) {
        return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
    }

    @Test
    void the_published_vectors_verify() {
        assertThat(isSigned(KEY, QUERY_NONCE, QUERY, "", QUERY_SIGNATURE)).isTrue();
        assertThat(isSigned(KEY, BODY_NONCE, BODY_PATH, BODY, BODY_SIGNATURE)).isTrue();
    }

    @Test
    void queries_and_forms_are_signed_as_they_are_meant() {
        var signature = SECRET.sign(KEY + "&1/v1/quotes?a=b c?d=e f");

        assertThat(request("1", signature, "/v1/quotes?a=b%20c", "", true, "d=e+f").isSignedWith(SECRET, SignatureFormat.NEXPAY, KEY)).isTrue();
        assertThat(request("1", signature, "/v1/quotes?a=b%20c", "", false, "d=e+f").isSignedWith(SECRET, SignatureFormat.NEXPAY, KEY)).isFalse();
        assertThat(request("1", signature, "/v1/quotes?a=%", "", true, "d=e+f").isSignedWith(SECRET, SignatureFormat.NEXPAY, KEY)).isFalse();
    }

    /** The vector of docs/keys.md. */
    @Test
    void the_strict_format_is_the_documented_one() {
        var signature = "b9150988a9c3bdec6f3ed7d2fde3a82713df0dbd2fe33a0b86faae1481d969fd0f52629bd30b8cda23451e67088d61972468808f3591510b3b561d82303de224";

        var request = request("1499263537306", signature, "/v1/transactions/crypto-payouts", "payout-1", false, "{\"amount\":\"1.00\"}");

        assertThat(request.isSignedWith(SECRET, SignatureFormat.CORRIDOR, KEY)).isTrue();
        assertThat(request.isSignedWith(SECRET, SignatureFormat.NEXPAY, KEY)).isFalse();
    }

    /** A seventh line, only if there is something in it. */
    @Test
    void the_strict_format_covers_on_whose_behalf_the_caller_acts() {
        var customer = "org_01a227d3381b7110a80b8f381fd172cf";
        var digest = HexFormat.of().formatHex(Sha256.of(new byte[0]));
        var signature = SECRET.sign(String.join("\n", KEY, "1", "GET", "/v1/accounts", "", digest, customer));

        assertThat(onBehalfOf(customer, signature).isSignedWith(SECRET, SignatureFormat.CORRIDOR, KEY)).isTrue();
        assertThat(onBehalfOf(customer.replace("org_0", "org_1"), signature).isSignedWith(SECRET, SignatureFormat.CORRIDOR, KEY)).isFalse();
        assertThat(onBehalfOf("", signature).isSignedWith(SECRET, SignatureFormat.CORRIDOR, KEY)).isFalse();
    }

    private static SignedRequest onBehalfOf(String customer, String signature) {
        return new SignedRequest(new Nonce(1), signature, "GET", "/v1/accounts", "", customer, false, () -> new byte[0]);
    }

    @Test
    void a_flipped_bit_anywhere_does_not_verify() {
        for (int i = 0; i < KEY.length(); i++) {
            assertThat(isSigned(flipped(KEY, i), BODY_NONCE, BODY_PATH, BODY, BODY_SIGNATURE)).isFalse();
        }
        for (int i = 0; i < QUERY.length(); i++) {
            assertThat(isSigned(KEY, QUERY_NONCE, flipped(QUERY, i), "", QUERY_SIGNATURE)).isFalse();
        }
        for (int i = 0; i < BODY.length(); i++) {
            assertThat(isSigned(KEY, BODY_NONCE, BODY_PATH, flipped(BODY, i), BODY_SIGNATURE)).isFalse();
        }
        for (int i = 0; i < BODY_SIGNATURE.length(); i++) {
            assertThat(isSigned(KEY, BODY_NONCE, BODY_PATH, BODY, flipped(BODY_SIGNATURE, i))).isFalse();
        }
        assertThat(isSigned(KEY, "1499263537306", BODY_PATH, BODY, BODY_SIGNATURE)).isFalse();
        assertThat(isSigned(KEY, BODY_NONCE, BODY_PATH, BODY, BODY_SIGNATURE.toUpperCase(Locale.ROOT))).isFalse();
        assertThat(isSigned(KEY, BODY_NONCE, BODY_PATH, BODY, "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.0", " 1", "9007199254740990", "9007199254740991", "99999999999999999999", "٣"})
    void what_is_no_nonce_is_refused(String text) {
        assertThat(Nonce.find(text)).isEmpty();
    }

    @Test
    void the_greatest_nonce_is_one() {
        assertThat(Nonce.find("9007199254740989")).contains(new Nonce(9_007_199_254_740_989L));
    }

    @Test
    void nobody_reads_a_secret_or_a_body_in_a_log() {
        var request = request("1", "aa", "/v1/accounts?iban=DE89", "key 1", false, "Acme Ltd");

        assertThat(request.toString()).isEqualTo("SignedRequest[1]");
        assertThat(SECRET.toString()).doesNotContain("test-secret");
    }
}
