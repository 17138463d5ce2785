package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rate limits and quotas, and their headers, wherever they are counted. */
abstract class LimitsContract {

    static final String TIERS = "STREAM rate=4/min; QUANT quota=3; PULSE rate=8/min";
    static final String ROUTE_LIMITS = "GET /v1/accounts/{accountId}=2/min, POST /v1/auth/register=2/min,"
            + " GET /ws=2/min, GET /ws/nexus-bridge=2/min, GET /ws/fastfeed=2/min";
    static final String UNKNOWN_KEY_LIMIT = "3/min";
    static final String NEW_WALLET_LIMIT = "2/min";

    private final World world;
    private final Customer acme;
    private int keys;

    LimitsContract(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    /** A key of the tier that may read accounts. */
    private ApiClient aKey(String tier) {
        var created = acme.api()
                .post("/v1/api-keys", Body.of("name", "Key " + ++keys + " of " + tier, "tier", tier).with("{\"permissions\":[\"accounts:read\"]}"));
        return world.stranger().withKey(created.isOk().text("/secret"));
    }

    private static String header(Answer answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void a_key_sends_as_many_requests_as_its_tier_gives() {
        var key = aKey("STREAM");

        var first = key.get("/v1/accounts").isOk();
        assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"rate\";q=4;w=60, \"organization-rate\";q=8;w=60");
        assertThat(header(first, "RateLimit")).isEqualTo("\"rate\";r=3;t=15, \"organization-rate\";r=7;t=8");
        for (int i = 0; i < 3; i++) {
            key.get("/v1/accounts").isOk();
        }
        world.clock.advance(Duration.ofMillis(4_100));
        var fifth = key.get("/v1/accounts").isError(429, "rate_limit_exceeded");

        assertThat(header(fifth, "Retry-After")).isEqualTo("11");
        assertThat(header(fifth, "RateLimit")).isEqualTo("\"rate\";r=0;t=11");
        world.clock.advance(Duration.ofSeconds(11));
        key.get("/v1/accounts").isOk();
        key.get("/v1/accounts").isError(429, "rate_limit_exceeded");
    }

    @Test
    void what_a_key_may_not_do_or_what_is_not_there_is_counted_too() {
        var key = aKey("STREAM");

        var forbidden = key.post("/v1/quotes", "{").isError(403, "forbidden");
        var nowhere = key.get("/v1/nowhere").isError(404, "not_found");
        key.get("/v1/accounts?limit=many").isError(400, "invalid_request");

        assertThat(header(forbidden, "RateLimit")).startsWith("\"rate\";r=3;t=15,");
        assertThat(header(nowhere, "RateLimit")).startsWith("\"rate\";r=2;t=30,");
        key.get("/v1/accounts").isOk();
        key.post("/v1/quotes", "{").isError(429, "rate_limit_exceeded");
    }

    @Test
    void a_client_of_nexusglass_reads_its_own_headers_too() {
        var key = aKey("STREAM").speaking("nexusglass");
        long now = world.clock.instant().getEpochSecond();

        var first = key.get("/v1/accounts").isOk();
        var forbidden = key.post("/v1/quotes", "{");
        key.get("/v1/accounts").isOk();
        key.get("/v1/accounts").isOk();
        world.clock.advance(Duration.ofMillis(4_100));
        var fifth = key.get("/v1/accounts");

        assertThat(ofNexusGlass(first)).containsExactly("4", "3", String.valueOf(now + 15));
        assertThat(header(first, "RateLimit")).startsWith("\"rate\";r=3;t=15");
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(ofNexusGlass(forbidden)).containsExactly("4", "2", String.valueOf(now + 30));
        assertThat(fifth.status()).isEqualTo(429);
        assertThat(header(fifth, "Retry-After")).isEqualTo("11");
        assertThat(ofNexusGlass(fifth)).containsExactly("4", "0", String.valueOf(now + 15));
        assertThat(aKey("STREAM").get("/v1/accounts").headers().map()).doesNotContainKey("x-ratelimit-limit");
    }

    private static List<String> ofNexusGlass(Answer answer) {
        return Stream.of("Limit", "Remaining", "Reset").map(name -> header(answer, "X-RateLimit-" + name)).toList();
    }

    @Test
    void an_unlimited_tier_hears_nothing_of_limits() {
        var answer = acme.api().get("/v1/accounts").isOk();

        assertThat(answer.headers().map()).doesNotContainKeys("ratelimit", "ratelimit-policy");
    }

    @Test
    void a_key_has_a_quota_for_the_month() {
        var key = aKey("QUANT");

        var first = key.get("/v1/accounts").isOk();
        key.get("/v1/accounts").isOk();
        key.get("/v1/accounts").isOk();
        var fourth = key.get("/v1/accounts").isError(429, "quota_exhausted");

        assertThat(header(first, "RateLimit-Policy"))
                .isEqualTo("\"rate\";q=3000;w=60, \"organization-rate\";q=6000;w=60, \"quota\";q=3;w=2678400, \"organization-quota\";q=6;w=2678400");
        assertThat(header(first, "RateLimit")).startsWith("\"rate\";r=2999;t=1, \"organization-rate\";r=5999;t=1, \"quota\";r=2;t=");
        assertThat(Long.parseLong(header(fourth, "Retry-After"))).isBetween(86_400L * 16, 86_400L * 17);
        assertThat(fourth.message()).contains("2025-04-01T00:00:00Z");
    }

    @Test
    void a_route_has_a_limit_of_its_own_even_for_an_unlimited_tier() {
        var other = world.newCustomer();
        var path = "/v1/accounts/" + acme.account();

        assertThat(header(acme.api().get(path).isOk(), "RateLimit-Policy")).isEqualTo("\"route\";q=2;w=60");
        acme.api().get("/v1/accounts/" + other.account()).isError(404, "account_not_found");
        assertThat(header(acme.api().get(path).isError(429, "rate_limit_exceeded"), "Retry-After")).isEqualTo("30");
        acme.api().get("/v1/accounts").isOk();
        other.api().get("/v1/accounts/" + other.account()).isOk();
    }

    @Test
    void no_number_of_keys_gives_an_organization_more_than_twice_its_tier() {
        for (int i = 0; i < 4; i++) {
            var key = aKey("STREAM");
            key.get("/v1/accounts").isOk();
            key.get("/v1/accounts").isOk();
        }

        var ninth = aKey("STREAM").get("/v1/accounts").isError(429, "rate_limit_exceeded");

        assertThat(header(ninth, "Retry-After")).isEqualTo("8");
        world.newCustomer().api().get("/v1/accounts").isOk();
        acme.api().get("/v1/accounts").isOk();
    }

    @Test
    void an_address_presents_only_so_many_unknown_keys_and_keys_in_use_go_on_working() {
        var unused = world.newCustomer().api();
        for (var unknown : List.of("hello", "nxos_sk_test_nobody-has-this-key", "hello")) {
            from(9, world.stranger().withKey(unknown)).get("/v1/accounts").isError(401, "invalid_api_key");
        }

        for (var key : List.of(world.stranger().withKey("hello"), world.stranger().withKey("nxos_sk_test_nobody-has-this-key"), unused)) {
            var refused = from(9, key).get("/v1/accounts").isError(429, "rate_limit_exceeded");
            assertThat(header(refused, "Retry-After")).isEqualTo("20");
        }
        from(10, acme.api()).get("/v1/accounts").isOk();
        from(9, acme.api()).get("/v1/accounts").isOk();
        from(10, unused).get("/v1/accounts").isOk();
        from(9, unused).get("/v1/accounts").isOk();
        from(10, world.stranger().withKey("hello")).get("/v1/accounts").isError(401, "invalid_api_key");
    }

    @Test
    void unknown_tickets_count_as_unknown_keys() {
        var good = from(11, acme.api()).post("/v1/realtime/tickets").isOk().text("/ticket");
        for (var unknown : List.of("ticket_", "ticket_" + "0".repeat(64), "ticket_" + "1".repeat(64))) {
            assertThat(knock(11, unknown).status()).isEqualTo(401);
        }

        assertThat(knock(11, "ticket_" + "2".repeat(64)).status()).isEqualTo(429);
        var refused = knock(11, good);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(header(refused, "Retry-After")).isEqualTo("20");
        from(11, world.stranger().withKey("hello")).get("/v1/accounts").isError(429, "rate_limit_exceeded");

        world.clock.advance(Duration.ofSeconds(20));
        assertThat(knock(11, good).status()).isEqualTo(101);
    }

    private Answer knock(int address, String ticket) {
        return FeedClient.knock(from(address, world.stranger()), "/v1/realtime?api_key=" + ticket);
    }

    private static ApiClient from(int address, ApiClient api) {
        return api.with("X-Forwarded-For", "203.0.113." + address);
    }

    @Test
    void a_stranger_registers_and_opens_feeds_as_often_as_an_address_may() {
        var requests = List.<Function<ApiClient, Answer>>of(
                from -> from.post("/v1/auth/register", "{}"),
                from -> FeedClient.knock(from.speakingItsOwn(), "/ws?token=unknown"),
                from -> FeedClient.knock(from.speakingItsOwn(), "/ws/nexus-bridge?token=unknown"),
                from -> FeedClient.knock(from.speakingItsOwn(), "/ws/fastfeed?token=unknown"));
        for (var request : requests) {
            var here = world.stranger().with("X-Forwarded-For", "203.0.113.7");

            assertThat(request.apply(here).code()).isNotEqualTo("rate_limit_exceeded");
            assertThat(request.apply(here).code()).isNotEqualTo("rate_limit_exceeded");
            assertThat(header(request.apply(here).isError(429, "rate_limit_exceeded"), "Retry-After")).isEqualTo("30");
            assertThat(request.apply(here.with("X-Forwarded-For", "203.0.113.8")).code()).isNotEqualTo("rate_limit_exceeded");
        }
    }

    @Test
    void exactly_as_many_requests_pass_as_there_are_when_twice_as_many_come_at_once() throws Exception {
        var key = aKey("PULSE");
        Callable<Answer> request = () -> key.get("/v1/accounts");

        try (var threads = Executors.newFixedThreadPool(16)) {
            var answers = threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> request).toList());

            assertThat(answers.stream().map(answer -> answer.resultNow().status()).sorted()).containsExactlyElementsOf(
                    IntStream.range(0, 16).mapToObj(i -> i < 8 ? 200 : 429).toList());
        }
    }

    @Test
    void only_so_many_wallets_are_paid_for_the_first_time_in_a_while() {
        acme.deposit("10.000000", "USDC");
        var known = acme.registerWallet();
        var third = acme.registerWallet();
        acme.payOut(acme.aCryptoPayout(known, "1.000000")).isOk();
        acme.payOut(acme.aCryptoPayout(acme.registerWallet(), "1.000000")).isOk();

        var named = acme.api().with("Idempotency-Key", "k1");
        var refused = named.post("/v1/transactions/crypto-payouts", acme.aCryptoPayout(third, "1.000000"));

        assertThat(header(refused.isError(429, "rate_limit_exceeded"), "Retry-After")).isEqualTo("30");
        acme.payOut(acme.aCryptoPayout(known, "1.000000")).isOk();
        world.clock.advance(Duration.ofSeconds(30));
        named.post("/v1/transactions/crypto-payouts", acme.aCryptoPayout(third, "1.000000")).isOk();
        world.assertThatTheBooksAddUp();
    }
}
