package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.access.SignatureFormat;
import dev.corridor.http.edge.route.RequestCheck;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Requests with a key that requires signatures, in the order of {@link RequestCheck}. */
@MicronautTest
class SignedRequestsTest {

    private static final String ACCOUNTS = "/v1/accounts";

    private final World world;
    private final Customer acme;
    private final Signer signer;
    private int names;

    SignedRequestsTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
        this.signer = Signer.of(world, acme, "Signing");
    }

    @Test
    void a_signed_request_is_answered() {
        signer.get(1, ACCOUNTS).isOk();
        signer.get(2, ACCOUNTS + "?limit=1").isOk();
        signer.post(3, ACCOUNTS, Body.of("name", "Umlaut ä & more")).isOk();
        signer.post(4, ACCOUNTS, Body.of("name", "x".repeat(100))).isOk();
    }

    @Test
    void a_query_is_signed_as_it_is_meant_not_as_it_is_written() {
        signer.signing(1, "GET", ACCOUNTS + "?limit=1&x=a b", "").get(ACCOUNTS + "?limit=1&x=a%20b").isError(400, "invalid_request");
        signer.signing(2, "GET", ACCOUNTS + "?limit=1&x=a%20b", "").get(ACCOUNTS + "?limit=1&x=a%20b").isError(401, "wrong_signature");
    }

    @Test
    void a_large_body_is_read_by_the_check_and_again_by_the_operation() {
        var body = "{\"name\":\"Large\"" + " ".repeat(500_000) + "}";

        signer.signing(1, "POST", ACCOUNTS, body).post(ACCOUNTS, body).isOk();
    }

    @Test
    void each_fault_is_told_in_its_turn() {
        signer.withKey().get(ACCOUNTS).isError(401, "missing_nonce");
        signer.withKey().with("X-Signature", "00").get(ACCOUNTS).isError(401, "missing_nonce");
        signer.withKey().with("X-NONCE", "many").get(ACCOUNTS).isError(401, "missing_signature");
        signer.withKey().with("X-NONCE", "many").with("X-Signature", "00").get(ACCOUNTS).isError(401, "invalid_nonce");
        var unknown = world.stranger().with("X-API-Key", "nxos_sk_test_nobody-has-this-key");
        unknown.with("X-NONCE", "9007199254740990").with("X-Signature", "00").get(ACCOUNTS).isError(401, "invalid_nonce");
        unknown.with("X-NONCE", "1").with("X-Signature", "00").get(ACCOUNTS).isError(401, "invalid_api_key");
        signer.get(5, ACCOUNTS).isOk();
        signer.withKey().with("X-NONCE", "4").with("X-Signature", "00").get(ACCOUNTS).isError(401, "wrong_signature");
        signer.get(4, "/v1/quotes/nonsense").isError(401, "nonce_not_monotonous");
        signer.get(6, "/v1/quotes/nonsense").isError(403, "forbidden");
        signer.get(7, "/v1/nowhere").isError(404, "not_found");

        acme.api().post("/v1/api-keys/" + signer.id() + "/lock").isOk();
        signer.withKey().get(ACCOUNTS).isError(401, "missing_nonce");
        var locked = signer.withKey().with("X-NONCE", "1").with("X-Signature", "00").get(ACCOUNTS);
        assertThat(locked.code()).isEqualTo("api_key_locked");
    }

    @Test
    void what_was_touched_on_its_way_is_not_signed() {
        var body = Body.of("name", "Treasury");
        var signed = signer.signing(1, "POST", ACCOUNTS, body.toString());

        signed.post(ACCOUNTS, Body.of("name", "Treasurz")).isError(401, "wrong_signature");
        signed.post(ACCOUNTS + "?x=1", body).isError(401, "wrong_signature");
        signed.with("X-NONCE", "2").post(ACCOUNTS, body).isError(401, "wrong_signature");
        signed.get(ACCOUNTS).isError(401, "wrong_signature");
        var other = Signer.of(world, acme, "Other");
        signed.with("X-API-Key", other.key()).post(ACCOUNTS, body).isError(401, "wrong_signature");
        signed.post(ACCOUNTS, body).isOk();
    }

    @Test
    void a_forged_signature_uses_no_nonce_up() {
        signer.withKey().with("X-NONCE", "9007199254740989").with("X-Signature", "0".repeat(128)).get(ACCOUNTS).isError(401, "wrong_signature");

        signer.get(1, ACCOUNTS).isOk();
    }

    @Test
    void a_request_that_is_replayed_many_times_at_once_passes_once() throws Exception {
        Callable<Answer> replay = () -> signer.get(1, ACCOUNTS);

        try (var threads = Executors.newFixedThreadPool(16)) {
            var answers = threads.invokeAll(Collections.nCopies(64, replay)).stream().map(answer -> answer.resultNow()).toList();

            assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.status() != 200))
                    .allSatisfy(answer -> answer.isError(401, "nonce_not_monotonous"));
        }
    }

    @Test
    void a_rotated_key_has_a_signing_secret_for_each_of_its_secrets() {
        var path = "/v1/api-keys/" + signer.id();
        var named = acme.api().with("Idempotency-Key", "k1");
        var rotated = Signer.of(world, signer.id(), named.post(path + "/rotate", Body.of("overlap", "P1D")).isOk());

        assertThat(rotated.secret()).isNotEqualTo(signer.secret());
        signer.get(1, ACCOUNTS).isOk();
        rotated.get(1, ACCOUNTS).isOk();
        var again = named.post(path + "/rotate", Body.of("overlap", "P1D")).isOk();
        assertThat(again.json().at("/signingSecret").isNull()).isTrue();
        assertThat(acme.api().get(path).isOk().json().at("/signed").booleanValue()).isTrue();
    }

    @Test
    void a_rotation_heals_a_key_whose_nonce_ran_away() {
        long greatest = (1L << 53) - 3;
        signer.get(greatest, ACCOUNTS).isOk();
        signer.get(greatest, ACCOUNTS).isError(401, "nonce_not_monotonous");

        var path = "/v1/api-keys/" + signer.id() + "/rotate";
        var healed = Signer.of(world, signer.id(), acme.api().post(path, Body.of("overlap", "P1D")).isOk());

        healed.get(1, ACCOUNTS).isOk();
        signer.get(greatest, ACCOUNTS).isError(401, "nonce_not_monotonous");
    }

    private Signer aStrictSigner() {
        return Signer.of(world, acme, "Strict " + names++, SignatureFormat.CORRIDOR);
    }

    @Test
    void a_signature_in_the_strict_format_covers_all_that_decides_what_a_request_does() {
        var strict = aStrictSigner();
        var target = ACCOUNTS + "?limit=1&cursor=a%20b";
        var body = Body.of("name", "Treasury");

        strict.get(1, ACCOUNTS).isOk();
        strict.signing(2, "GET", target, "").get(target).isError(400, "invalid_request");
        strict.post(3, ACCOUNTS, body).isOk();
        strict.signing(4, "POST", ACCOUNTS, "key-1", body.toString()).with("Idempotency-Key", "key-1").post(ACCOUNTS, body).isOk();
        strict.signing(5, "GET", ACCOUNTS, "").ask("HEAD", ACCOUNTS).isOk();
        assertThat(acme.api().get("/v1/api-keys/" + strict.id()).isOk().text("/signatureFormat")).isEqualTo("CORRIDOR");
    }

    /** Each of these is another request, or the same one in another spelling. */
    @TestFactory
    Stream<DynamicTest> nothing_that_a_strict_signature_covers_can_be_changed() {
        var body = Body.of("name", "Treasury");
        return Map.<String, Function<ApiClient, Answer>>of(
                "the method", signed -> signed.ask("GET", ACCOUNTS, body.toString()),
                "the path", signed -> signed.post("/v1/quotes", body),
                "an escape of the path", signed -> signed.post("/v1/%61ccounts", body),
                "the query", signed -> signed.post(ACCOUNTS + "?limit=1", body),
                "the body", signed -> signed.post(ACCOUNTS, Body.of("name", "Treasurz")),
                "a space in the body", signed -> signed.post(ACCOUNTS, body + " "),
                "the idempotency key", signed -> signed.with("Idempotency-Key", "key-2").post(ACCOUNTS, body),
                "the nonce", signed -> signed.with("X-NONCE", "2").post(ACCOUNTS, body))
                .entrySet()
                .stream()
                .map(change -> DynamicTest.dynamicTest(change.getKey(), () -> {
                    var strict = aStrictSigner();
                    var signed = strict.signing(1, "POST", ACCOUNTS, "key-1", body.toString()).with("Idempotency-Key", "key-1");

                    change.getValue().apply(signed).isError(401, "wrong_signature");
                    signed.post(ACCOUNTS, body).isOk();
                }));
    }

    @Test
    void a_key_takes_no_signature_in_another_format() {
        var strict = aStrictSigner();
        var lax = new Signer(strict.id(), strict.key(), strict.secret(), SignatureFormat.NEXPAY, strict.api());

        lax.get(1, ACCOUNTS).isError(401, "wrong_signature");
        strict.get(1, ACCOUNTS).isOk();
    }

    @Test
    void a_format_is_chosen_only_for_a_key_that_signs() {
        var contradiction = Body.of("name", "Plain", "signatureFormat", "CORRIDOR").with("{\"permissions\":[\"accounts:read\"],\"signed\":false}");

        assertThat(acme.api().post("/v1/api-keys", contradiction).isError(400, "validation_error").message()).contains("signatureFormat");
    }

    @Test
    void a_key_that_does_not_sign_has_no_signing_secret() {
        var created = acme.api().post("/v1/api-keys", Body.of("name", "Plain").with("{\"permissions\":[\"accounts:read\"]}")).isOk();

        assertThat(created.json().at("/signingSecret").isNull()).isTrue();
        world.stranger()
                .withKey(created.text("/secret"))
                .with("X-NONCE", "1")
                .with("X-Signature", "00")
                .get(ACCOUNTS)
                .isError(401, "wrong_signature");
    }
}
