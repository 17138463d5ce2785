package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A key hands out no more than it has: every kind of key makes, changes, rotates, enables and unlocks every kind of key. */
@MicronautTest
class KeyPowerTest {

    private static final String MOST = "\"permissions\":[\"api-keys:read\",\"api-keys:write\",\"accounts:read\"]";
    private static final String LATE = "\"expiresAt\":\"2099-01-01T00:00:00Z\"";
    private static final String SOON = "\"expiresAt\":\"2098-01-01T00:00:00Z\"";

    private final World world;
    private int names;

    KeyPowerTest(World world) {
        this.world = world;
    }

    /** Each kind but the first is less than the first in one respect, so that it covers the first and most others not. */
    private enum Kind {
        UNBOUND(""),
        NEAR("\"allowedAddresses\":[\"127.0.0.0/8\"]"),
        ONE_ADDRESS("\"allowedAddresses\":[\"127.0.0.1\"]"),
        SIGNED("\"signed\":true"),
        SIGNED_WHOLE("\"signatureFormat\":\"CORRIDOR\""),
        ENDING_LATE(LATE),
        ENDING_SOON(SOON),
        LESS_PERMITTED("\"permissions\":[\"api-keys:write\"]"),
        LOWER("\"tier\":\"QUANT\"");

        private final String member;

        Kind(String member) {
            this.member = member;
        }

        boolean covers(Kind other) {
            return this == UNBOUND
                    || this == other
                    || this == NEAR && other == ONE_ADDRESS
                    || this == SIGNED && other == SIGNED_WHOLE
                    || this == ENDING_LATE && other == ENDING_SOON;
        }
    }

    /** A key that sends its requests as it must. */
    private final class Maker {

        private final ApiClient api;
        private final Answer created;
        private final Optional<Signer> signer;
        private long nonce;

        Maker(Customer owner, Kind kind) {
            this.created = owner.api().post("/v1/api-keys", aRequest(kind)).isOk();
            this.signer = Optional.of(created).filter(answer -> !answer.json().at("/signingSecret").isNull())
                    .map(answer -> Signer.of(world, idOf(answer), answer));
            this.api = world.stranger().withKey(created.text("/secret"));
        }

        String path() {
            return pathOf(created);
        }

        Answer post(String path) {
            return signing("POST", path, "").post(path);
        }

        Answer post(String path, Body body) {
            return signing("POST", path, body.toString()).post(path, body);
        }

        Answer patch(String path, Body body) {
            return signing("PATCH", path, body.toString()).patch(path, body);
        }

        private ApiClient signing(String method, String path, String body) {
            return signer.map(key -> key.signing(++nonce, method, path, body)).orElse(api);
        }
    }

    private Body aRequest(Kind kind) {
        return Body.of("name", "Key " + names++, "tier", "ORACLE").with("{" + MOST + "}").with("{" + kind.member + "}");
    }

    private static String pathOf(Answer created) {
        return "/v1/api-keys/" + idOf(created);
    }

    private static String idOf(Answer created) {
        return created.text("/apiKey/apiKeyId");
    }

    private static void assertAnswer(Answer answer, boolean isCovered) {
        if (isCovered) {
            answer.isOk();
        } else {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isIn("forbidden", "tier_insufficient");
        }
    }

    @TestFactory
    Stream<DynamicTest> a_key_has_power_over_the_keys_that_it_covers_and_over_no_others() {
        return Stream.of(Kind.values()).map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
            var owner = world.newCustomer();
            var maker = new Maker(owner, kind);
            for (var made : Kind.values()) {
                boolean covered = kind.covers(made);
                assertAnswer(maker.post("/v1/api-keys", aRequest(made)), covered);

                var path = pathOf(owner.api().post("/v1/api-keys", aRequest(made)).isOk());
                assertAnswer(maker.patch(path, Body.of("name", "Key " + names++)), covered);
                assertAnswer(maker.post(path + "/rotate", Body.of("overlap", "PT0S")), covered);
                owner.api().post(path + "/lock").isOk();
                assertAnswer(maker.post(path + "/unlock"), covered);

                var waiting = pathOf(owner.api().post("/v1/api-keys", aRequest(made).with("{\"enabled\":false}")).isOk());
                assertAnswer(maker.post(waiting + "/enable"), covered);
            }
        }));
    }

    private record Attempt(Kind kind, String change, boolean loosens) {}

    private static final List<Attempt> ON_ITSELF = List.of(
            new Attempt(Kind.NEAR, "{\"allowedAddresses\":[]}", true),
            new Attempt(Kind.NEAR, "{\"allowedAddresses\":[\"127.0.0.1\",\"10.0.0.1\"]}", true),
            new Attempt(Kind.NEAR, "{\"allowedAddresses\":[\"127.0.0.1\"]}", false),
            new Attempt(Kind.ENDING_SOON, "{\"neverExpires\":true}", true),
            new Attempt(Kind.ENDING_SOON, "{" + LATE + "}", true),
            new Attempt(Kind.ENDING_LATE, "{" + SOON + "}", false),
            new Attempt(Kind.LESS_PERMITTED, "{" + MOST + "}", true),
            new Attempt(Kind.LOWER, "{\"tier\":\"ORACLE\"}", true),
            new Attempt(Kind.UNBOUND, "{\"tier\":\"QUANT\",\"allowedAddresses\":[\"127.0.0.1\"]," + SOON + "}", false));

    @TestFactory
    Stream<DynamicTest> a_key_tightens_itself_and_never_loosens_itself() {
        return ON_ITSELF.stream().map(attempt -> DynamicTest.dynamicTest(attempt.kind + " " + attempt.change, () -> {
            var owner = world.newCustomer();
            var maker = new Maker(owner, attempt.kind);

            assertAnswer(maker.patch(maker.path(), Body.of("name", "Same").with(attempt.change)), !attempt.loosens);
            owner.api().patch(maker.path(), Body.of("name", "Other").with(attempt.change)).isOk();
        }));
    }

    @Test
    void a_refusal_says_which_restriction_binds() {
        var owner = world.newCustomer();

        assertThat(new Maker(owner, Kind.NEAR).post("/v1/api-keys", aRequest(Kind.UNBOUND)).message()).contains("addresses");
        assertThat(new Maker(owner, Kind.SIGNED).post("/v1/api-keys", aRequest(Kind.UNBOUND)).message()).contains("signed");
        assertThat(new Maker(owner, Kind.ENDING_SOON).post("/v1/api-keys", aRequest(Kind.UNBOUND)).message()).contains("expire");
    }
}
