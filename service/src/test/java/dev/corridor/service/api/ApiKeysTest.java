package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.route.RequestCheck;
import dev.corridor.service.Await;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as their owners manage them, and what becomes of whoever comes with one. The order is that of {@link RequestCheck}. */
@MicronautTest
class ApiKeysTest {

    private static final String ELSEWHERE = "\"allowedAddresses\":[\"10.0.0.0/8\"]";
    private static final String EVERYTHING = """
            "permissions":["organization:read","accounts:read","accounts:write","beneficiaries:read","beneficiaries:write","quotes:read",\
            "quotes:write","transactions:read","transactions:write","transactions:reverse","payouts:write","api-keys:read","api-keys:write","audit:read",\
            "feed:read","feed:write","sandbox:write"]""";

    private final World world;
    private final Customer acme;
    private int names;

    ApiKeysTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    private record Key(String id, String secret, Customer owner) {

        ApiClient client(World world) {
            return world.stranger().withKey(secret);
        }

        String path() {
            return "/v1/api-keys/" + id;
        }

        Answer move(String move) {
            return owner.api().post(path() + "/" + move);
        }

        Answer delete() {
            return owner.api().delete(path());
        }

        Key rotate(String overlap) {
            var rotated = owner.api().post(path() + "/rotate", Body.of("overlap", overlap)).isOk();
            return new Key(id, rotated.text("/secret"), owner);
        }
    }

    /** A key of a customer of its own, so that nothing that becomes of either meets another test. */
    private Key aKey(String... more) {
        return aKeyOf(world.newCustomer(), more);
    }

    private Key aKeyOf(Customer owner, String... more) {
        var created = owner.api().post("/v1/api-keys", aRequest(more)).isOk();
        return new Key(created.text("/apiKey/apiKeyId"), created.text("/secret"), owner);
    }

    private Body aRequest(String... more) {
        var members = Stream.concat(Stream.of(EVERYTHING), Stream.of(more)).toList();
        return Body.of("name", "Key " + names++).with("{" + String.join(",", members) + "}");
    }

    private record State(int status, String code, Function<ApiKeysTest, Answer> request) {}

    private static Answer knock(ApiKeysTest test, Key key) {
        return key.client(test.world).get("/v1/accounts");
    }

    /** Each row has one fault more than the one before it, and it is always the newest that is told. */
    private static final List<State> IN_ORDER_OF_PRECEDENCE_FROM_THE_LAST = List.of(
            new State(200, "", test -> knock(test, test.aKey())),
            new State(400, "invalid_request", test -> test.aKey().client(test.world).post("/v1/quotes", "{")),
            new State(404, "not_found", test -> test.aKey().client(test.world).get("/v1/nowhere")),
            new State(403, "forbidden", test -> test.aKey("\"permissions\":[\"audit:read\"]").client(test.world).post("/v1/quotes", "{")),
            new State(403, "authorization_required", test -> test.aKey("\"permissions\":[\"audit:read\"]")
                    .client(test.world)
                    .with("Nxos-On-Behalf-Of", "org_" + "f".repeat(32))
                    .post("/v1/quotes", "{")),
            new State(403, "ip_not_allowed", test -> test.aKey(ELSEWHERE, "\"permissions\":[\"audit:read\"]")
                    .client(test.world)
                    .with("Nxos-On-Behalf-Of", "org_" + "f".repeat(32))
                    .post("/v1/quotes", "{")),
            new State(403, "client_inactive", test -> {
                var key = test.aKey(ELSEWHERE);
                test.world.setStatus(key.owner(), OrganizationStatus.CLOSED);
                return knock(test, key);
            }),
            new State(401, "api_key_locked", test -> {
                var key = test.aKey(ELSEWHERE);
                key.move("lock").isOk();
                test.world.setStatus(key.owner(), OrganizationStatus.CLOSED);
                return knock(test, key);
            }),
            new State(401, "api_key_not_enabled", test -> {
                var key = test.aKey(ELSEWHERE, "\"enabled\":false");
                test.world.setStatus(key.owner(), OrganizationStatus.CLOSED);
                return knock(test, key);
            }),
            new State(401, "api_key_expired", test -> {
                var key = test.aKey(ELSEWHERE, "\"enabled\":false", test.expiringSoon());
                test.world.setStatus(key.owner(), OrganizationStatus.CLOSED);
                test.world.clock.advance(Duration.ofSeconds(1));
                return knock(test, key);
            }),
            new State(401, "api_key_deprecated", test -> {
                var key = test.aKey(ELSEWHERE, "\"enabled\":false", test.expiringSoon());
                key.rotate("PT0S");
                test.world.setStatus(key.owner(), OrganizationStatus.CLOSED);
                test.world.clock.advance(Duration.ofSeconds(1));
                return knock(test, key);
            }),
            new State(401, "api_key_deleted", test -> {
                var key = test.aKey(ELSEWHERE, "\"enabled\":false", test.expiringSoon());
                key.rotate("PT0S");
                key.delete().isOk();
                test.world.setStatus(key.owner(), OrganizationStatus.CLOSED);
                test.world.clock.advance(Duration.ofSeconds(1));
                return knock(test, key);
            }),
            new State(401, "authentication_failed", test -> {
                var key = test.aKey();
                key.delete().isOk();
                return test.world.whileUnreadable("api_key_secrets", () -> knock(test, key));
            }),
            new State(401, "invalid_api_key", test -> {
                var key = test.aKey();
                var mistyped = key.secret().replaceAll(".$", key.secret().endsWith("0") ? "1" : "0");
                return test.world.whileUnreadable("api_key_secrets", () -> test.world.stranger().withKey(mistyped).get("/v1/accounts"));
            }),
            new State(401, "missing_api_key", test -> test.world.stranger().get("/v1/accounts")));

    private String expiringSoon() {
        return "\"expiresAt\":\"" + world.clock.instant().plusSeconds(1) + "\"";
    }

    @Test
    void the_faults_stand_in_the_order_of_checks() {
        var told = IN_ORDER_OF_PRECEDENCE_FROM_THE_LAST.reversed().stream().map(State::code).filter(code -> !code.isEmpty());

        assertThat(told.map(ApiKeysTest::lastCheckThatRefusesWith).toList()).isSorted();
    }

    private static RequestCheck lastCheckThatRefusesWith(String code) {
        return Stream.of(RequestCheck.values())
                .filter(check -> check.refusals().stream().anyMatch(refusal -> ErrorCode.of(refusal).toString().equals(code)))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> the_first_fault_in_the_order_of_checks_is_told() {
        return IN_ORDER_OF_PRECEDENCE_FROM_THE_LAST.stream().map(state -> DynamicTest.dynamicTest(state.status + " " + state.code, () -> {
            var answer = state.request.apply(this);
            if (state.code.isEmpty()) {
                answer.isOk();
            } else {
                answer.isError(state.status, state.code);
            }
        }));
    }

    @Test
    void a_new_key_is_shown_once_and_read_without_its_secret() {
        var owner = world.newCustomer();

        var created = owner.api()
                .post("/v1/api-keys", Body.of("name", "Backend").with("""
                        {"permissions":["quotes:write","accounts:read"],"tier":"QUANT","allowedAddresses":["127.0.0.1","2001:DB8::/32"]}"""))
                .isOk();

        assertThat(created.text("/secret")).matches("nxos_sk_test_c1_[0-9a-f]{72}").startsWith(created.text("/apiKey/prefix"));
        var key = owner.api().get("/v1/api-keys/" + created.text("/apiKey/apiKeyId"));
        assertThat(key.json()).isEqualTo(created.json().at("/apiKey"));
        assertThat(key.json().at("/permissions")).hasToString("[\"accounts:read\",\"quotes:write\"]");
        assertThat(key.json().at("/allowedAddresses")).hasToString("[\"127.0.0.1/32\",\"2001:db8:0:0:0:0:0:0/32\"]");
        assertThat(key.text("/status")).isEqualTo("ENABLED");
        assertThat(key.text("/tier")).isEqualTo("QUANT");
        assertThat(owner.api().get("/v1/api-keys").texts("name")).containsExactly("Backend", "First key");
        assertThat(owner.api().get("/v1/api-keys").body()).doesNotContain(created.text("/secret"));
    }

    @Test
    void a_key_opens_what_it_is_permitted_to() {
        var reader = aKey("\"permissions\":[\"accounts:read\"]");
        var client = reader.client(world);

        client.get("/v1/accounts").isOk();
        world.stranger().with("X-API-Key", reader.secret()).get("/v1/accounts").isOk();
        client.get("/v1/api-keys").isError(403, "forbidden");
        client.get("/v1/audit").isError(403, "forbidden");
        client.post("/v1/quotes", reader.owner().aQuote("1.00")).isError(403, "forbidden");
        client.post("/v1/api-keys", aRequest()).isError(403, "forbidden");
        reader.owner().api().patch(reader.path(), Body.of().with("{\"permissions\":[\"quotes:write\"]}")).isOk();
        client.get("/v1/accounts").isError(403, "forbidden");
        client.post("/v1/quotes", reader.owner().aQuote("1.00")).isOk();
    }

    @Test
    void a_replay_is_not_for_whoever_lacks_the_permission_now() {
        var key = aKey();
        var named = key.client(world).with("Idempotency-Key", "k1");
        named.post("/v1/quotes", key.owner().aQuote("1.00")).isOk();

        key.owner().api().patch(key.path(), Body.of().with("{\"permissions\":[\"audit:read\"]}")).isOk();

        named.post("/v1/quotes", key.owner().aQuote("1.00")).isError(403, "forbidden");
    }

    @Test
    void nobody_hands_out_more_than_they_have() {
        var manager = aKey("\"permissions\":[\"api-keys:write\",\"api-keys:read\"]", "\"tier\":\"QUANT\"");
        var mighty = aKeyOf(manager.owner());
        var client = manager.client(world);

        client.post("/v1/api-keys", aRequest()).isError(403, "forbidden");
        var tooHigh = client.post("/v1/api-keys", aRequest("\"permissions\":[\"api-keys:read\"]", "\"tier\":\"PULSE\""));
        assertThat(tooHigh.isError(403, "tier_insufficient").message()).isEqualTo("This needs the tier PULSE, you have QUANT.");
        client.patch(manager.path(), Body.of().with("{\"permissions\":[\"payouts:write\"]}")).isError(403, "forbidden");
        client.patch(mighty.path(), Body.of("name", "Mine")).isError(403, "forbidden");
        client.post(mighty.path() + "/rotate", Body.of("overlap", "PT0S")).isError(403, "forbidden");
        client.post(mighty.path() + "/lock").isOk();
        client.post(mighty.path() + "/unlock").isError(403, "forbidden");
        var equal = client.post("/v1/api-keys", aRequest("\"permissions\":[\"api-keys:read\"]")).isOk();
        assertThat(equal.text("/apiKey/tier")).isEqualTo("QUANT");
    }

    @Test
    void a_key_goes_from_state_to_state_and_no_other_way() {
        var key = aKey("\"enabled\":false");

        key.move("unlock").isError(409, "api_key_transition_refused");
        assertThat(key.move("enable").isOk().text("/status")).isEqualTo("ENABLED");
        knock(this, key).isOk();
        assertThat(key.move("lock").isOk().text("/status")).isEqualTo("LOCKED");
        knock(this, key).isError(401, "api_key_locked");
        assertThat(key.move("unlock").isOk().text("/status")).isEqualTo("ENABLED");
        knock(this, key).isOk();
        assertThat(key.delete().isOk().text("/status")).isEqualTo("DELETED");
        knock(this, key).isError(401, "api_key_deleted");
        key.delete().isError(404, "api_key_not_found");
        key.owner().api().get(key.path()).isError(404, "api_key_not_found");
        acme.api().post(key.path() + "/lock").isError(404, "api_key_not_found");
    }

    @Test
    void a_key_that_is_refused_is_told_so_in_its_own_dialect() {
        var key = aKey("\"dialect\":\"tickdb\"");
        key.owner().api().post(key.path() + "/lock").isOk();

        var locked = world.stranger().withKey(key.secret()).speakingItsOwn();

        // The news of the lock may come just when the node has looked the key up, and make it forget the dialect.
        Await.until("the news of the lock has passed", () -> {
            var answer = locked.get("/v1/accounts");
            assertThat(answer.code()).isEqualTo("api_key_locked");
            return answer.json().at("/code").intValue() == 1001;
        });
    }

    @Test
    void nexgent_calls_created_only_what_is() {
        var acmes = acme.speaking("nexgent").api();

        var created = acmes.post("/v1/api-keys", aRequest());
        assertThat(created.status()).isEqualTo(201);
        var path = "/v1/api-keys/" + created.text("/apiKey/apiKeyId");
        assertThat(acmes.post(path + "/rotate", Body.of("overlap", "PT1H")).status()).isEqualTo(200);
        assertThat(acmes.post(path + "/lock").status()).isEqualTo(200);
    }

    @Test
    void both_secrets_work_for_the_overlap() {
        var first = aKey();
        var second = first.rotate("PT1H");
        knock(this, first).isOk();
        knock(this, second).isOk();

        world.clock.advance(Duration.ofHours(1));

        knock(this, first).isError(401, "api_key_deprecated");
        knock(this, second).isOk();
        var third = second.rotate("P30D");
        knock(this, second).isOk();
        third.rotate("PT0S");
        knock(this, second).isError(401, "api_key_deprecated");
        knock(this, third).isError(401, "api_key_deprecated");
    }

    @Test
    void the_last_key_that_manages_keys_stays_in_use() {
        var owner = world.newCustomer();
        var first = owner.api().get("/v1/api-keys").json().at("/data/0/apiKeyId").asText();

        owner.api().post("/v1/api-keys/" + first + "/lock").isError(409, "last_managing_key");
        owner.api().delete("/v1/api-keys/" + first).isError(409, "last_managing_key");
        owner.api().patch("/v1/api-keys/" + first, Body.of().with("{\"permissions\":[\"accounts:read\"]}")).isError(409, "last_managing_key");
        aKeyOf(owner);
        owner.api().post("/v1/api-keys/" + first + "/lock").isOk();
        owner.api().get("/v1/accounts").isError(401, "api_key_locked");
    }

    @Test
    void names_are_given_once_and_there_are_not_too_many_keys() {
        var owner = world.newCustomer();
        var key = aKeyOf(owner, "\"name\":\"Backend\"");
        owner.api().post("/v1/api-keys", aRequest("\"name\":\"Backend\"")).isError(409, "api_key_name_taken");
        key.delete().isOk();
        aKeyOf(owner, "\"name\":\"Backend\"");

        IntStream.range(2, 100).forEach(number -> aKeyOf(owner));

        owner.api().post("/v1/api-keys", aRequest()).isError(409, "api_key_limit_reached");
    }

    @Test
    void an_answer_that_is_given_again_has_no_secret() {
        var owner = world.newCustomer();
        var named = owner.api().with("Idempotency-Key", "k1");
        var request = aRequest();

        var first = named.post("/v1/api-keys", request).isOk();
        var again = named.post("/v1/api-keys", request).isOk();

        assertThat(again.isReplay()).isTrue();
        assertThat(again.json().at("/secret").isNull()).isTrue();
        assertThat(again.json().at("/apiKey")).isEqualTo(first.json().at("/apiKey"));
        assertThat(owner.api().get("/v1/api-keys").texts("apiKeyId")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "{\"name\":\"\"}, name", "{\"permissions\":[]}, permissions", "{\"permissions\":[\"everything\"]}, permissions",
        "{\"tier\":\"GOLD\"}, tier", "{\"allowedAddresses\":[\"example.com\"]}, allowedAddresses",
        "{\"expiresAt\":\"2020-01-01T00:00:00Z\"}, expiresAt",
        "{\"dialect\":\"klingon\"}, dialect", "{\"enabled\":\"yes\"}, enabled"
    })
    void what_is_wrong_with_a_request_is_named(String member, String field) {
        assertThat(acme.api().post("/v1/api-keys", aRequest().with(member)).isError(400, "validation_error").message()).contains(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P31D", "-PT1S", "tomorrow", ""})
    void an_overlap_is_bounded(String overlap) {
        var key = aKey();

        key.owner().api().post(key.path() + "/rotate", Body.of("overlap", overlap)).isError(400, "validation_error");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-Forwarded-For | 10.1.2.3                          | true
            X-Forwarded-For | 192.0.2.1, 10.1.2.3               | true
            X-Forwarded-For | 10.1.2.3, 192.0.2.1               | false
            X-Forwarded-For | 10.1.2.3:1234, 127.0.0.9          | true
            X-Forwarded-For | 10.1.2.3, unknown                 | false
            Forwarded       | for=10.1.2.3;proto=https          | true
            Forwarded       | for="[::ffff:10.1.2.3]:80"        | true
            Forwarded       | for=10.1.2.3, for=192.0.2.1       | false
            X-Real-IP       | 10.1.2.3                          | false
            """)
    void an_address_is_believed_as_far_as_our_own_proxies_tell_it(String header, String value, boolean allowed) {
        var answer = aKey(ELSEWHERE).client(world).with(header, value).get("/v1/accounts");

        if (allowed) {
            answer.isOk();
        } else {
            answer.isError(403, "ip_not_allowed");
        }
    }

    @Test
    void two_headers_that_disagree_are_not_believed() {
        var client = aKey(ELSEWHERE).client(world).with("X-Forwarded-For", "10.1.2.3");

        client.with("Forwarded", "for=10.1.2.3").get("/v1/accounts").isOk();
        client.with("Forwarded", "for=10.9.9.9").get("/v1/accounts").isError(403, "ip_not_allowed");
    }

    @Test
    void a_hot_key_costs_no_query() {
        var key = aKey();

        Await.until("the news of the key has passed", () -> {
            knock(this, key).isOk();
            var answer = world.whileUnreadable("api_key_secrets", () -> key.client(world).get("/v1/quotes/nonsense"));
            return answer.status() == 400;
        });
    }

    @Test
    void every_change_is_on_record_with_who_made_it_and_from_where() {
        var key = aKey();
        var locked = key.owner().api().with("X-Forwarded-For", "192.0.2.7").post(key.path() + "/lock").isOk();
        key.rotate("PT0S");
        world.setStatus(key.owner(), OrganizationStatus.CLOSED);
        world.setStatus(key.owner(), OrganizationStatus.APPROVED);

        var records = key.owner().api().get("/v1/audit").isOk();

        assertThat(records.texts("action"))
                .containsExactly(
                        "organization.changed", "organization.changed", "api_key.rotated", "api_key.locked", "api_key.created",
                        "organization.created");
        var lock = key.owner().api().get("/v1/audit?action=api_key.locked").isOk();
        var manager = key.owner().api().get("/v1/api-keys").texts("apiKeyId").getLast();
        assertThat(lock.text("/data/0/actor")).isEqualTo(manager);
        assertThat(lock.text("/data/0/subject")).isEqualTo(key.id());
        assertThat(lock.text("/data/0/requestId")).isEqualTo(locked.requestId());
        assertThat(lock.text("/data/0/address")).isEqualTo("192.0.2.7");
        assertThat(records.text("/data/0/actor")).isEqualTo("operator");
        assertThat(records.body()).doesNotContain(key.secret());
        assertThat(key.owner().api().get("/v1/audit?limit=2").json().at("/hasMore").asBoolean()).isTrue();
        assertThat(key.owner().api().get("/v1/audit?to=2000-01-01T00:00:00Z").texts("action")).isEmpty();
        key.owner().api().get("/v1/audit?action=Nonsense").isError(400, "invalid_request");
        assertThat(acme.api().get("/v1/audit").texts("action")).containsExactly("organization.created");
    }

    @Test
    void in_the_sandbox_whoever_creates_an_organization_is_its_operator() {
        var created = acme.api().post("/v1/sandbox/organizations", Body.of("name", "Rival", "status", "NOT_APPROVED")).isOk();
        var rival = world.stranger().withKey(created.text("/apiKey"));
        var path = "/v1/sandbox/organizations/" + created.text("/organizationId");
        rival.post("/v1/accounts", Body.of("name", "Second")).isError(403, "client_inactive");

        acme.api().patch(path, Body.of("status", "APPROVED").with("{\"cryptoPayoutsEnabled\":false}")).isOk();

        rival.post("/v1/accounts", Body.of("name", "Second")).isOk();
        assertThat(rival.get("/v1/organizations/" + created.text("/organizationId")).json().at("/cryptoPayoutsEnabled").asBoolean()).isFalse();
        rival.patch("/v1/sandbox/organizations/" + acme.organization(), Body.of("status", "CLOSED")).isError(404, "organization_not_found");
        rival.patch(path, Body.of("status", "CLOSED")).isError(404, "organization_not_found");
        acme.api().patch(path, Body.of("status", "CLOSED")).isOk();
        rival.get("/v1/accounts").isError(403, "client_inactive");
    }
}
