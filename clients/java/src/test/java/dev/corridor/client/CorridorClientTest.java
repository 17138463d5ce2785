package dev.corridor.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corridor.client.ScriptedServer.Asked;
import dev.corridor.client.api.Accounts;
import dev.corridor.client.api.Quotes;
import dev.corridor.client.api.Transactions;
import dev.corridor.client.model.AssetBalance;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.ConversionRequest;
import dev.corridor.client.model.CreateQuoteRequest;
import dev.corridor.client.model.ErrorCode;
import dev.corridor.client.model.ErrorDetails;
import dev.corridor.client.model.GetBalanceQuery;
import dev.corridor.client.model.ListTransactionsQuery;
import dev.corridor.client.model.OpenAccountRequest;
import dev.corridor.client.model.Outcome;
import dev.corridor.client.model.Retry;
import dev.corridor.client.model.TransactionStatus;
import dev.corridor.client.model.TransactionType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CorridorClientTest {

    private static final String BALANCE = """
            {"object":"balance","accountId":"acct_1","asset":"USD","amount":"10.00","locked":"0.00","news":{"a":[1,true,null]}}""";

    private static final String ACCOUNT = """
            {"object":"account","accountId":"acct_%1$s","organizationId":"org_1","name":"%1$s","reference":null,"description":null,"isPrimary":false,"status":"FROZEN","fundingMethods":[],"createdAt":"2025-03-15T14:30:00.123Z","updatedAt":"2025-03-15T14:30:00.123Z"}""";

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_answer_is_read_as_its_type_and_members_of_later_versions_are_ignored() {
        server.answers(BALANCE);

        var balance = server.client().send(Accounts.getBalance("acct_1", Asset.USD));

        assertThat(balance).extracting(AssetBalance::amount, AssetBalance::at).containsExactly(new BigDecimal("10.00"), Optional.empty());
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.target()).isEqualTo("/v1/accounts/acct_1/balances/USD");
            assertThat(asked.header("Authorization")).contains("Bearer nxos_sk_test_1");
            assertThat(asked.header("Idempotency-Key")).isEmpty();
        });
    }

    @Test
    void a_value_of_a_later_version_is_unrecognized_and_is_not_sent() {
        server.answers(ACCOUNT.formatted("1"));

        var account = server.client().send(Accounts.getAccount("acct_1"));

        assertThat(account.status().value()).isEmpty();
        assertThatThrownBy(() -> Accounts.getBalance("acct_1", Asset.UNRECOGNIZED)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_put_into_a_path_or_a_query_is_encoded() {
        server.answers(BALANCE).answers("{\"object\":\"list\",\"data\":[],\"hasMore\":false,\"nextCursor\":null}");
        var filters = ListTransactionsQuery.of()
                .type(List.of(TransactionType.TRADE, TransactionType.ADJUSTMENT))
                .status(List.of(TransactionStatus.LOCKED))
                .amountGte(new BigDecimal("1E+3"))
                .metadata(Map.of("a b", "c&d"));

        server.client().send(Accounts.getBalance("a/../b c", Asset.USD, GetBalanceQuery.of().at(Instant.parse("2025-03-15T14:30:00Z"))));
        assertThat(server.client().list(Transactions.listTransactions(filters))).isEmpty();

        assertThat(server.asked()).extracting(Asked::target).containsExactly(
                "/v1/accounts/a%2F..%2Fb%20c/balances/USD?at=2025-03-15T14%3A30%3A00Z",
                "/v1/transactions?type=TRADE%2CADJUSTMENT&status=LOCKED&amountGte=1000&metadata%5Ba%20b%5D=c%26d");
    }

    @Test
    void a_body_has_its_members_as_they_are_written_in_json() {
        server.refuses(409, "price_moved", "not_applied", "never", "null");
        var conversion = ConversionRequest.of("acct_1", Asset.USD, Asset.USDC, new BigDecimal("10.00"))
                .slippageBps(50)
                .description("Señor \"A\"")
                .tags(List.of("x", "y"))
                .metadata(Map.of("shop", "7"));

        assertThatThrownBy(() -> server.client().send(Quotes.convert(conversion))).isInstanceOf(CorridorException.class);

        assertThat(server.asked()).extracting(Asked::body).containsExactly("""
                {"accountId":"acct_1","fromAsset":"USD","toAsset":"USDC","fromAmount":"10.00","slippageBps":50,\
                "description":"Señor \\"A\\"","tags":["x","y"],"metadata":{"shop":"7"}}""");
    }

    @Test
    void a_refusal_has_its_code_its_consequences_and_the_facts_of_its_code() {
        server.refuses(
                400,
                "insufficient_funds",
                "not_applied",
                "new_request",
                "{\"account\":\"acct_1\",\"required\":\"7.00\",\"available\":\"1.00\",\"asset\":\"USD\"}");

        var refusal = refusalOf(server.client());

        assertThat(refusal.code()).isEqualTo(ErrorCode.INSUFFICIENT_FUNDS);
        assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_APPLIED);
        assertThat(refusal.retry()).isEqualTo(Retry.NEW_REQUEST);
        assertThat(refusal.requestId()).isEqualTo("req_1");
        assertThat(refusal.details())
                .contains(new ErrorDetails.InsufficientFunds("acct_1", new BigDecimal("7.00"), new BigDecimal("1.00"), Asset.USD));
        assertThat(refusal).hasMessage("insufficient_funds: D (req_1)");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void a_code_of_a_later_version_is_unrecognized_and_its_consequences_are_known() {
        server.refuses(409, "moon_is_full", "not_applied", "never", "{\"phase\":1}");

        var refusal = refusalOf(server.client());

        assertThat(refusal.code()).isEqualTo(ErrorCode.UNRECOGNIZED);
        assertThat(refusal.retry()).isEqualTo(Retry.NEVER);
        assertThat(refusal.details()).isEmpty();
    }

    @Test
    void what_may_be_sent_again_is_sent_again_under_the_same_key_as_often_as_wished() {
        for (int i = 0; i < 3; i++) {
            server.refuses(500, "internal_error", "unknown", "same_request", "{}");
        }

        var refusal = refusalOf(server.client().attempts(3));

        assertThat(server.asked()).hasSize(3).extracting(asked -> asked.header("Idempotency-Key")).containsOnly(refusal.idempotencyKey());
        assertThat(refusal.idempotencyKey()).isPresent();
    }

    @Test
    @Timeout(30)
    void no_pause_between_attempts_is_longer_than_the_longest_that_is_waited() {
        for (int i = 0; i < 70; i++) {
            server.refuses(500, "internal_error", "unknown", "same_request", "{}");
        }

        refusalOf(server.client().attempts(70).longestWait(Duration.ofMillis(5)));

        assertThat(server.asked()).hasSize(70);
    }

    @Test
    void a_limited_request_is_sent_again_after_the_time_that_the_answer_says() {
        server.refusesFor("1").answers(BALANCE);
        long begin = System.nanoTime();

        server.client().send(Accounts.getBalance("acct_1", Asset.USD));

        assertThat(server.asked()).hasSize(2);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_time_that_is_too_long_is_not_waited_for() {
        server.refusesFor("61");

        var refusal = refusalOf(server.client());

        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(61));
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void a_request_is_a_value_that_keeps_its_key() {
        var request = Quotes.executeQuote("quote_1");
        server.refuses(409, "quote_expired", "not_applied", "never", "{}").refuses(409, "quote_expired", "not_applied", "never", "{}");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> server.client().send(request)).isInstanceOf(CorridorException.class);
        }

        assertThat(server.asked()).extracting(asked -> asked.header("Idempotency-Key")).containsOnly(request.idempotencyKey());
        assertThat(request.idempotencyKey("mine").idempotencyKey()).contains("mine");
    }

    @Test
    void where_no_answer_comes_nothing_is_repeated_and_the_key_is_known() {
        var client = server.client();
        server.close();

        var lost = catchThrowableOfType(ConnectionException.class, () -> client.send(Quotes.executeQuote("quote_1").idempotencyKey("mine")));

        assertThat(lost.idempotencyKey()).contains("mine");
    }

    @Test
    void what_is_not_corridors_is_not_taken_for_an_answer() {
        server.answers(200, "text/html", "<p>Welcome")
                .answers(502, "text/html", "<p>Bad gateway")
                .answers("{\"object\":\"quote\"}")
                .answers("[")
                .answers(404, "application/json", "{\"error\":{\"code\":\"not_found\"}}");

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> server.client().send(Quotes.getQuote("quote_1"))).isInstanceOf(UnexpectedAnswerException.class);
        }
        assertThat(server.asked()).hasSize(5);
    }

    @Test
    void a_list_goes_over_its_pages_and_asks_for_each_when_it_is_needed() {
        server.answers("{\"data\":[%s,%s],\"nextCursor\":\"c1\"}".formatted(ACCOUNT.formatted("A"), ACCOUNT.formatted("B")))
                .answers("{\"data\":[%s],\"nextCursor\":null}".formatted(ACCOUNT.formatted("C")));

        var accounts = server.client().list(Accounts.listAccounts().pageSize(2)).iterator();

        assertThat(accounts.next().name()).contains("A");
        assertThat(accounts.next().name()).contains("B");
        assertThat(server.asked()).hasSize(1);
        assertThat(accounts.next().name()).contains("C");
        assertThat(accounts.hasNext()).isFalse();
        assertThat(server.asked()).extracting(Asked::target).containsExactly("/v1/accounts?limit=2", "/v1/accounts?limit=2&cursor=c1");
    }

    @Test
    void a_request_prints_no_value() {
        assertThat(OpenAccountRequest.of("Secret Ltd").reference("7")).hasToString("OpenAccountRequest[name, reference]");
    }

    private static CorridorException refusalOf(CorridorClient client) {
        var quote = CreateQuoteRequest.of("acct_1", Asset.USD, Asset.USDC).fromAmount(new BigDecimal("7.00"));
        return catchThrowableOfType(CorridorException.class, () -> client.send(Quotes.createQuote(quote)));
    }
}
