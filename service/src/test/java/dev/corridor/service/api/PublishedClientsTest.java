package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.corridor.chain.SimulatedChain;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Clients written after the vendors' examples understand our responses. */
@MicronautTest
@Property(name = ServiceUnderTest.TIERS, value = "STREAM rate=1/min")
class PublishedClientsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final PublishedClient NXOS = new PublishedClient("node", "nxos.mjs");
    private static final PublishedClient NEXUSGLASS = new PublishedClient("python3", "nexusglass.py");
    private static final PublishedClient NEXGENT = new PublishedClient("node", "nexgent.mjs");
    private static final PublishedClient NEXGENT_IN_PYTHON = new PublishedClient("python3", "nexgent.py");

    private final World world;
    private final Customer acme;

    PublishedClientsTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @Test
    void nxos_goes_on_after_a_success() {
        assertThat(last(NXOS, aQuote("nxos", acme.aQuote("1.00")))).isEqualTo(json("""
                {"did":"went on","object":"quote"}"""));
    }

    @Test
    void nxos_knows_a_lack_of_funds() {
        assertThat(last(NXOS, aPayoutWithoutMoney("nxos"))).isEqualTo(json("""
                {"did":"asked for funds"}"""));
    }

    @Test
    void nxos_knows_a_wrong_field() {
        assertThat(last(NXOS, aQuote("nxos", acme.aQuote("0")))).isEqualTo(json("""
                {"did":"showed the input again","message":"fromAmount must be a decimal number greater than zero, such as \\"10.00\\"."}"""));
    }

    @Test
    void nxos_logs_the_request_that_we_know() {
        var logged = last(NXOS, aLook(keyOf(acme, "nxos", "ORACLE"), "/v1/nowhere"));

        assertThat(logged.at("/text").textValue()).isEqualTo("API error: not_found (" + logged.at("/requestId").textValue() + ")");
    }

    @Test
    void nexusglass_waits_for_as_long_as_the_limit_says_and_is_let_in() {
        var limited = aLook(keyOf(acme, "nexusglass", "STREAM"), "/v1/accounts");
        NEXUSGLASS.send(limited, PublishedClientsTest::doesNotWait);

        var told = NEXUSGLASS.send(limited, wait -> world.clock.advance(Duration.ofSeconds(wait.at("/waits").intValue())));

        assertThat(told).hasSize(2);
        assertThat(told.getFirst().at("/answer/code").textValue()).isEqualTo("RATE_LIMIT_EXCEEDED");
        assertThat(told.getFirst().at("/answer/retry_after")).isEqualTo(told.getFirst().at("/waits"));
        assertThat(told.getLast().at("/status").intValue()).isEqualTo(200);
    }

    @Test
    void nexusglass_reads_what_is_not_found_without_waiting() {
        assertThat(last(NEXUSGLASS, aLook(keyOf(acme, "nexusglass", "ORACLE"), "/v1/nowhere")).at("/answer/code").textValue()).isEqualTo("NOT_FOUND");
    }

    @TestFactory
    Stream<DynamicTest> nexgent_reads_a_lack_of_funds_as_numbers() {
        return inBothLanguages("Insufficient EUR balance", aPayoutWithoutMoney("nexgent"), """
                {"message":"Insufficient EUR balance","statusCode":400,"code":"TRADING_ERROR","details":{"required":1.5,"available":0.25}}""");
    }

    @TestFactory
    Stream<DynamicTest> nexgent_reads_which_fields_are_wrong() {
        return inBothLanguages("Validation failed", aQuote("nexgent", Body.of("accountId", acme.account(), "fromAmount", "1.00")), """
                {"message":"Validation failed","statusCode":400,"code":"VALIDATION_ERROR","details":{"errors":[\
                {"field":"fromAsset","message":"is required"},{"field":"toAsset","message":"is required"}]}}""");
    }

    @Test
    void nexgent_does_not_try_to_refresh_a_key_that_is_unknown() {
        var unknown = aLook("nxos_sk_test_nobody-has-this-key", "/v1/accounts").with("""
                {"headers":{"Corridor-Dialect":"nexgent"}}""");
        var error = """
                {"message":"Invalid token","statusCode":401,"code":"AUTHENTICATION_ERROR"}""";

        assertThat(last(NEXGENT, unknown)).isEqualTo(json("{\"did\":[\"went to the login\"],\"error\":" + error + "}"));
        assertThat(last(NEXGENT_IN_PYTHON, unknown).at("/error")).isEqualTo(json(error));
    }

    @TestFactory
    Stream<DynamicTest> nexgent_refreshes_a_token_that_has_expired_and_is_let_in() {
        return Stream.of(NEXGENT, NEXGENT_IN_PYTHON).map(client -> DynamicTest.dynamicTest(client.program(), () -> {
            var person = Body.of("email", client.program() + "@example.com", "password", "Correct-horse-1");
            world.stranger().post("/v1/auth/register", person).isOk();
            var tokens = world.stranger().post("/v1/auth/login", person).isOk();
            var look = aLook(tokens.text("/accessToken"), "/v1/accounts").with("""
                    {"headers":{"Corridor-Dialect":"nexgent"},"refresh":{"url":"%s","token":"%s"}}"""
                    .formatted(world.stranger().server().resolve("/v1/auth/refresh"), tokens.text("/refreshToken")));

            world.clock.advance(Duration.ofMinutes(15));

            world.stranger().withKey(tokens.text("/accessToken")).get("/v1/accounts").isError(401, "token_expired");
            assertThat(last(client, look).at("/answer/object").textValue()).isEqualTo("list");
        }));
    }

    @Test
    void nexgent_reads_how_long_a_limit_lasts_and_asks_again() {
        var limited = aLook(keyOf(acme, "nexgent", "STREAM"), "/v1/accounts");
        NEXGENT.send(limited, PublishedClientsTest::doesNotWait);

        assertThat(last(NEXGENT_IN_PYTHON, limited).at("/did/0").textValue()).isEqualTo("printed: Rate limited, waiting...");
        var told = NEXGENT.send(limited, wait -> world.clock.advance(Duration.ofMinutes(1)));

        assertThat(told.getLast().at("/did/0").textValue()).isEqualTo("showed: Rate limited. Retry in 60 seconds");
        assertThat(told.getLast().at("/answer/object").textValue()).isEqualTo("list");
    }

    /** The published loop repeats after every 502. With an idempotency key that is harmless. */
    @Test
    void nexgent_sends_a_payout_without_an_answer_again_and_pays_once() {
        var payer = world.newCustomer();
        payer.deposit("5.000000", "USDC");
        var payout = payer.aCryptoPayout(payer.registerWallet(SimulatedChain.TIMES_OUT), "2.000000");

        var told = NEXGENT.send(
                aPost(keyOf(payer, "nexgent", "ORACLE"), "/v1/transactions/crypto-payouts", payout)
                        .with("{\"headers\":{\"Idempotency-Key\":\"" + UUID.randomUUID() + "\"}}"),
                wait -> {});

        assertThat(told).hasSize(2);
        assertThat(told.getLast().at("/did/0").textValue()).isEqualTo("showed: Service temporarily unavailable. Please try again.");
        assertThat(told.getLast().at("/answer/status").textValue()).isEqualTo("LOCKED");
        assertThat(payer.balance("USDC")).isEqualTo("3.000000 + 2.000000");
    }

    private static Stream<DynamicTest> inBothLanguages(String message, Body request, String error) {
        return Stream.of(NEXGENT, NEXGENT_IN_PYTHON).map(client -> DynamicTest.dynamicTest(client.program(), () -> {
            var told = last(client, request);

            assertThat(told.at("/error")).isEqualTo(json(error));
            assertThat(told.at("/did/0").textValue()).endsWith(": " + message);
        }));
    }

    private static JsonNode last(PublishedClient client, Body request) {
        return client.send(request, PublishedClientsTest::doesNotWait).getLast();
    }

    private static void doesNotWait(JsonNode wait) {
        throw new AssertionError("nothing to wait for: " + wait);
    }

    private Body aPayoutWithoutMoney(String dialect) {
        var poor = world.newCustomer();
        poor.deposit("0.25", "EUR");
        var payout = poor.aFiatPayout(poor.registerBankAccount(), "1.50");
        return aPost(keyOf(poor, dialect, "ORACLE"), "/v1/transactions/fiat-payouts", payout);
    }

    private Body aLook(String key, String path) {
        return Body.of("key", key, "method", "GET", "url", acme.api().server().resolve(path).toString());
    }

    private Body aQuote(String dialect, Body quote) {
        return aPost(keyOf(acme, dialect, "ORACLE"), "/v1/quotes", quote);
    }

    private Body aPost(String key, String path, Body body) {
        return aLook(key, path).with("method", "POST").with("{\"body\":" + body + "}");
    }

    /** An unmodified client selects its dialect by its key alone. */
    private static String keyOf(Customer customer, String dialect, String tier) {
        var terms = Body.of("name", dialect, "dialect", dialect, "tier", tier).with("""
                {"permissions":["accounts:read","quotes:write","payouts:write"]}""");
        return customer.api().post("/v1/api-keys", terms).isOk().text("/secret");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
