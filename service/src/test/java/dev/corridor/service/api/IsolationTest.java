package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import dev.corridor.service.api.ApiDescription.Operation;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nobody sees, uses or changes another organization's things, nor learns whether they exist. */
@MicronautTest
class IsolationTest {

    private static final String A_PERIOD = "?asset=EUR&from=2025-01-01T00:00:00Z&to=2026-01-01T00:00:00Z";
    private static final String UNKNOWN_UUID = "00000000000070008000000000000000";

    /** What names nothing that could be another's; lists without a filter are tested on their own. */
    private static final Set<String> NAME_NOTHING = Set.of(
            "GET /v1/accounts",
            "POST /v1/accounts",
            "GET /v1/organizations",
            "PATCH /v1/organizations/nxosnet",
            "POST /v1/organizations",
            "GET /v1/organizations/verification",
            "POST /v1/organizations/verification",
            "POST /v1/organizations/verification/import",
            "GET /v1/authorizations",
            "POST /v1/authorizations",
            "GET /v1/api-keys",
            "POST /v1/api-keys",
            "GET /v1/webhooks/endpoints",
            "POST /v1/webhooks/endpoints",
            "GET /v1/audit",
            "POST /v1/payout-batches",
            "GET /v1/payout-batches",
            "GET /v1/connections",
            "GET /v1/fees/crypto-payout",
            "GET /v1/fees/fiat-payout",
            "GET /v1/realtime",
            "POST /v1/realtime/tickets",
            "GET /v1/symbols/available",
            "GET /v1/market/ticker",
            "GET /v1/market/depth",
            "GET /v1/market/trades",
            "GET /v1/market/kline",
            "GET /v1/auth/me",
            "POST /v1/auth/logout",
            "POST /v1/auth/password",
            "GET /v1/auth/sessions",
            "POST /v1/sandbox/organizations");

    private final World world;
    private final Customer acme;
    private final Customer rival;
    private final String somebodysHandle;

    IsolationTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
        this.rival = newOrganizationOfTheSandbox();
        this.somebodysHandle = aHandleOfTheNetwork();
    }

    private String aHandleOfTheNetwork() {
        return world.newCustomer().joinNetwork();
    }

    private Customer newOrganizationOfTheSandbox() {
        var created = acme.api().post("/v1/sandbox/organizations", Body.of("name", "Rival")).isOk();
        return new Customer(
                world.stranger().withKey(created.text("/apiKey")),
                created.text("/organizationId"),
                created.text("/primaryAccountId"));
    }

    /** Everything of an organization that has an id. */
    private record Things(Customer owner, String wallet, String bankAccount, String quote, String payout, String apiKey, String connection,
            String session, String endpoint, String fundingMethod, String request, String batch) {

        static Things of(Customer owner, World world) {
            owner.deposit("1.00", "EUR");
            var bankAccount = owner.registerBankAccount();
            var payout = owner.payOut(owner.aFiatPayout(bankAccount, "1.00")).isOk().text("/transactionId");
            var key = owner.api()
                    .post("/v1/api-keys", Body.of("name", payout).with("{\"permissions\":[\"accounts:read\"],\"enabled\":false}"))
                    .isOk()
                    .text("/apiKey/apiKeyId");
            return new Things(owner, owner.registerWallet(), bankAccount, owner.quote("1.00"), payout, key, aConnectionOf(owner.api()),
                    logIn(owner.api()).text("/sessionId"),
                    owner.api().post("/v1/webhooks/endpoints", Body.of("url", "https://example.com/" + payout)).isOk().text("/id"),
                    world.newFundingMethod(owner),
                    aRequestOf(owner.api()),
                    owner.handIn("text/csv", "accountId,beneficiaryId,amount,asset,method\n" + owner.account() + "," + bankAccount + ",1.00,EUR,SEPA")
                            .isOk()
                            .text("/batchId"));
        }

        /** Of nobody. */
        static Things thatDoNotExist(ApiClient api) {
            return new Things(
                    new Customer(api, "org_" + UNKNOWN_UUID, "acct_" + UNKNOWN_UUID),
                    "bene_" + UNKNOWN_UUID,
                    "bene_" + UNKNOWN_UUID,
                    "quote_" + UNKNOWN_UUID,
                    "txn_" + UNKNOWN_UUID,
                    "key_" + UNKNOWN_UUID,
                    "conn_" + UNKNOWN_UUID,
                    "sess_" + UNKNOWN_UUID,
                    "ep_" + UNKNOWN_UUID.substring(0, 24),
                    "fm_" + UNKNOWN_UUID,
                    "req_" + UNKNOWN_UUID,
                    "batch_" + UNKNOWN_UUID);
        }

        /** The journal keeps it a little later. */
        private static String aRequestOf(ApiClient api) {
            var request = api.get("/v1/accounts").requestId();
            Await.until("it is in the journal", () -> api.get("/v1/requests/" + request).status() == 200);
            return request;
        }

        /** It stays open for as long as the test runs. */
        private static String aConnectionOf(ApiClient api) {
            FeedClient.open(api, "/v1/realtime");
            return api.get("/v1/connections").texts("connectionId").getFirst();
        }
    }

    /** Of a new user, with an organization of their own. */
    private static Answer logIn(ApiClient api) {
        var person = Body.of("email", UUID.randomUUID() + "@example.com", "password", "Str0ng&Safe");
        api.post("/v1/auth/register", person).isOk();
        return api.post("/v1/auth/login", person).isOk();
    }

    /** An attempt at another's things, by whoever holds the key of the client. */
    private record Attempt(String code, String operation, Function<Things, Answer> request) {}

    private List<Attempt> attempts() {
        var api = rival.api();
        var user = api.withKey(logIn(api).text("/accessToken"));
        return List.of(
                new Attempt("organization_not_found", "GET /v1/organizations/{organizationId}",
                        of -> api.get("/v1/organizations/" + of.owner.organization())),
                new Attempt("organization_not_found", "PATCH /v1/sandbox/organizations/{organizationId}",
                        of -> api.patch("/v1/sandbox/organizations/" + of.owner.organization(), Body.of("status", "CLOSED"))),
                new Attempt("authorization_not_found", "POST /v1/authorizations/revoke",
                        of -> api.post("/v1/authorizations/revoke", Body.of(
                                "grantingOrganizationId", of.owner.organization(),
                                "authorizedOrganizationId", rival.organization(),
                                "type", "LOA"))),
                new Attempt("not_found", "GET /v1/requests/{requestId}", of -> api.get("/v1/requests/" + of.request)),
                new Attempt("connection_not_found", "DELETE /v1/connections/{connectionId}",
                        of -> api.delete("/v1/connections/" + of.connection)),
                new Attempt("api_key_not_found", "GET /v1/api-keys/{apiKeyId}", of -> api.get("/v1/api-keys/" + of.apiKey)),
                new Attempt("api_key_not_found", "PATCH /v1/api-keys/{apiKeyId}",
                        of -> api.patch("/v1/api-keys/" + of.apiKey, Body.of("name", "Mine"))),
                new Attempt("api_key_not_found", "DELETE /v1/api-keys/{apiKeyId}", of -> api.delete("/v1/api-keys/" + of.apiKey)),
                new Attempt("api_key_not_found", "POST /v1/api-keys/{apiKeyId}/enable",
                        of -> api.post("/v1/api-keys/" + of.apiKey + "/enable")),
                new Attempt("api_key_not_found", "POST /v1/api-keys/{apiKeyId}/lock",
                        of -> api.post("/v1/api-keys/" + of.apiKey + "/lock")),
                new Attempt("api_key_not_found", "POST /v1/api-keys/{apiKeyId}/unlock",
                        of -> api.post("/v1/api-keys/" + of.apiKey + "/unlock")),
                new Attempt("api_key_not_found", "POST /v1/api-keys/{apiKeyId}/rotate",
                        of -> api.post("/v1/api-keys/" + of.apiKey + "/rotate", Body.of("overlap", "PT0S"))),
                new Attempt("not_found", "GET /v1/webhooks/endpoints/{endpointId}", of -> api.get("/v1/webhooks/endpoints/" + of.endpoint)),
                new Attempt("not_found", "PATCH /v1/webhooks/endpoints/{endpointId}",
                        of -> api.patch("/v1/webhooks/endpoints/" + of.endpoint, Body.of("description", "Mine"))),
                new Attempt("not_found", "DELETE /v1/webhooks/endpoints/{endpointId}", of -> api.delete("/v1/webhooks/endpoints/" + of.endpoint)),
                new Attempt("not_found", "GET /v1/webhooks/endpoints/{endpointId}/secret",
                        of -> api.get("/v1/webhooks/endpoints/" + of.endpoint + "/secret")),
                new Attempt("not_found", "POST /v1/webhooks/endpoints/{endpointId}/secret/rotate",
                        of -> api.post("/v1/webhooks/endpoints/" + of.endpoint + "/secret/rotate")),
                new Attempt("not_found", "GET /v1/webhooks/endpoints/{endpointId}/attempts",
                        of -> api.get("/v1/webhooks/endpoints/" + of.endpoint + "/attempts")),
                new Attempt("not_found", "POST /v1/webhooks/endpoints/{endpointId}/messages/{messageId}/resend",
                        of -> api.post("/v1/webhooks/endpoints/" + of.endpoint + "/messages/msg_" + UNKNOWN_UUID + "/resend")),
                new Attempt("not_found", "POST /v1/webhooks/endpoints/{endpointId}/replay",
                        of -> api.post("/v1/webhooks/endpoints/" + of.endpoint + "/replay",
                                Body.of("from", "2025-01-01T00:00:00Z", "until", "2026-01-01T00:00:00Z"))),
                new Attempt("not_found", "POST /v1/webhooks/endpoints/{endpointId}/test",
                        of -> api.post("/v1/webhooks/endpoints/" + of.endpoint + "/test")),
                new Attempt("session_not_found", "DELETE /v1/auth/sessions/{sessionId}",
                        of -> user.delete("/v1/auth/sessions/" + of.session)),
                new Attempt("not_found", "GET /v1/funding-methods/{fundingMethodId}",
                        of -> api.get("/v1/funding-methods/" + of.fundingMethod)),
                new Attempt("account_not_found", "GET /v1/accounts/{accountId}",
                        of -> api.get("/v1/accounts/" + of.owner.account())),
                new Attempt("account_not_found", "PATCH /v1/accounts/{accountId}",
                        of -> api.patch("/v1/accounts/" + of.owner.account(), Body.of("status", "SUSPENDED"))),
                new Attempt("account_not_found", "GET /v1/accounts/{accountId}/balances/{asset}",
                        of -> api.get("/v1/accounts/" + of.owner.account() + "/balances/EUR")),
                new Attempt("account_not_found", "GET /v1/accounts/{accountId}/entries",
                        of -> api.get("/v1/accounts/" + of.owner.account() + "/entries")),
                new Attempt("account_not_found", "GET /v1/accounts/{accountId}/statement",
                        of -> api.get("/v1/accounts/" + of.owner.account() + "/statement" + A_PERIOD)),
                new Attempt("account_not_found", "POST /v1/beneficiaries/crypto",
                        of -> api.post("/v1/beneficiaries/crypto", of.owner.aWallet())),
                new Attempt("account_not_found", "POST /v1/beneficiaries/bank",
                        of -> api.post("/v1/beneficiaries/bank", of.owner.aBankAccount())),
                new Attempt("account_not_found", "GET /v1/beneficiaries",
                        of -> api.get("/v1/beneficiaries?accountId=" + of.owner.account())),
                new Attempt("account_not_found", "GET /v1/beneficiaries/{beneficiaryId}",
                        of -> api.get("/v1/beneficiaries/" + of.wallet + "?accountId=" + of.owner.account())),
                new Attempt("beneficiary_not_found", "GET /v1/beneficiaries/{beneficiaryId}",
                        of -> api.get("/v1/beneficiaries/" + of.wallet + "?accountId=" + rival.account())),
                new Attempt("account_not_found", "DELETE /v1/beneficiaries/{beneficiaryId}",
                        of -> api.delete("/v1/beneficiaries/" + of.wallet + "?accountId=" + of.owner.account())),
                new Attempt("beneficiary_not_found", "DELETE /v1/beneficiaries/{beneficiaryId}",
                        of -> api.delete("/v1/beneficiaries/" + of.wallet + "?accountId=" + rival.account())),
                new Attempt("account_not_found", "PATCH /v1/beneficiaries/{beneficiaryId}",
                        of -> api.patch("/v1/beneficiaries/" + of.wallet + "?accountId=" + of.owner.account(), Body.of("status", "INACTIVE"))),
                new Attempt("beneficiary_not_found", "PATCH /v1/beneficiaries/{beneficiaryId}",
                        of -> api.patch("/v1/beneficiaries/" + of.wallet + "?accountId=" + rival.account(), Body.of("status", "INACTIVE"))),
                new Attempt("account_not_found", "GET /v1/quotes", of -> api.get("/v1/quotes?accountId=" + of.owner.account())),
                new Attempt("account_not_found", "POST /v1/quotes",
                        of -> api.post("/v1/quotes", of.owner.aQuote("1.00"))),
                new Attempt("quote_not_found", "GET /v1/quotes/{quoteId}",
                        of -> api.get("/v1/quotes/" + of.quote)),
                new Attempt("quote_not_found", "POST /v1/quotes/{quoteId}/execute",
                        of -> api.post("/v1/quotes/" + of.quote + "/execute")),
                new Attempt("account_not_found", "POST /v1/transactions/conversions",
                        of -> api.post("/v1/transactions/conversions", of.owner.aQuote("1.00").with("{\"slippageBps\":10}"))),
                new Attempt("account_not_found", "POST /v1/transactions/crypto-payouts",
                        of -> rival.payOut(of.owner.aCryptoPayout(of.wallet, "1.00"))),
                new Attempt("beneficiary_not_found", "POST /v1/transactions/crypto-payouts",
                        of -> rival.payOut(rival.aCryptoPayout(of.wallet, "1.00"))),
                new Attempt("account_not_found", "POST /v1/transactions/fiat-payouts",
                        of -> rival.payOut(of.owner.aFiatPayout(of.bankAccount, "1.00"))),
                new Attempt("beneficiary_not_found", "POST /v1/transactions/fiat-payouts",
                        of -> rival.payOut(rival.aFiatPayout(of.bankAccount, "1.00"))),
                new Attempt("account_not_found", "POST /v1/transactions/transfers",
                        of -> api.post("/v1/transactions/transfers", rival.aTransfer(of.owner.account(), "1.00", "EUR"))),
                new Attempt("account_not_found", "POST /v1/transactions/transfers",
                        of -> api.post("/v1/transactions/transfers", of.owner.aTransfer(rival.account(), "1.00", "EUR"))),
                new Attempt("account_not_found", "POST /v1/transactions/nxosnet-transfers",
                        of -> api.post("/v1/transactions/nxosnet-transfers", of.owner.aNetworkTransfer(of.wallet, "1.00", "EUR"))),
                new Attempt("beneficiary_not_found", "POST /v1/transactions/nxosnet-transfers",
                        of -> api.post("/v1/transactions/nxosnet-transfers", rival.aNetworkTransfer(of.wallet, "1.00", "EUR"))),
                new Attempt("account_not_found", "POST /v1/beneficiaries/nxosnet",
                        of -> api.post("/v1/beneficiaries/nxosnet",
                                Body.of("accountId", of.owner.account(), "nickname", "Mine", "targetHandle", somebodysHandle))),
                new Attempt("account_not_found", "GET /v1/transactions",
                        of -> api.get("/v1/transactions?accountId=" + of.owner.account())),
                new Attempt("not_found", "GET /v1/transactions/{transactionId}",
                        of -> api.get("/v1/transactions/" + of.payout)),
                new Attempt("not_found", "POST /v1/transactions/{transactionId}/reverse",
                        of -> api.post("/v1/transactions/" + of.payout + "/reverse", Body.of("reason", "Mine").with("evidence", "Ticket 7"))),
                new Attempt("account_not_found", "POST /v1/sandbox/deposits",
                        of -> api.post("/v1/sandbox/deposits", of.owner.aDeposit("1.00", "USD"))),
                new Attempt("not_found", "POST /v1/transactions/{transactionId}/approve",
                        of -> api.post("/v1/transactions/" + of.payout + "/approve")),
                new Attempt("not_found", "POST /v1/transactions/{transactionId}/reject",
                        of -> api.post("/v1/transactions/" + of.payout + "/reject")),
                new Attempt("not_found", "GET /v1/payout-batches/{batchId}", of -> api.get("/v1/payout-batches/" + of.batch)),
                new Attempt("not_found", "GET /v1/payout-batches/{batchId}/items",
                        of -> api.get("/v1/payout-batches/" + of.batch + "/items")),
                new Attempt("not_found", "POST /v1/payout-batches/{batchId}/cancel",
                        of -> api.post("/v1/payout-batches/" + of.batch + "/cancel")),
                new Attempt("not_found", "POST /v1/transactions/{transactionId}/cancel",
                        of -> api.post("/v1/transactions/" + of.payout + "/cancel")),
                new Attempt("not_found", "POST /v1/sandbox/transactions/{transactionId}/settle",
                        of -> api.post("/v1/sandbox/transactions/" + of.payout + "/settle")),
                new Attempt("not_found", "POST /v1/sandbox/transactions/{transactionId}/decline",
                        of -> api.post("/v1/sandbox/transactions/" + of.payout + "/decline")),
                new Attempt("not_found", "POST /v1/sandbox/transactions/{transactionId}/return",
                        of -> api.post("/v1/sandbox/transactions/" + of.payout + "/return", Body.of())));
    }

    @TestFactory
    Stream<DynamicTest> anothers_things_look_as_if_they_did_not_exist() {
        var theirs = Things.of(acme, world);
        var nobodys = Things.thatDoNotExist(rival.api());
        return attempts().stream().map(attempt -> DynamicTest.dynamicTest(attempt.operation + " " + attempt.code, () -> {
            var refused = attempt.request.apply(theirs).isError(404, attempt.code);

            var missed = attempt.request.apply(nobodys).isError(404, attempt.code);
            assertThat(refused.message()).isEqualTo(missed.message());
        }));
    }

    @Test
    void the_table_of_attempts_has_every_operation_that_names_something() {
        var operations = world.stranger().description().operations().stream()
                .filter(operation -> !operation.isPublic())
                .map(Operation::toString)
                .filter(operation -> operation.contains(" /v1/") && !NAME_NOTHING.contains(operation))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(attempts()).extracting(Attempt::operation).containsAll(operations);
    }

    @Test
    void nothing_has_changed_after_every_attempt() {
        var theirs = Things.of(acme, world);

        for (var attempt : attempts()) {
            assertThat(attempt.request.apply(theirs)).isNotNull();
        }

        assertThat(acme.statusOf(theirs.payout)).isEqualTo("LOCKED");
        assertThat(acme.balance("EUR")).isEqualTo("0.00 + 1.00");
        assertThat(acme.api().get("/v1/quotes/" + theirs.quote).text("/status")).isEqualTo("PENDING");
        assertThat(acme.api().get("/v1/api-keys/" + theirs.apiKey).text("/status")).isEqualTo("CREATED");
        assertThat(acme.api().get("/v1/webhooks/endpoints/" + theirs.endpoint).text("/description")).isEmpty();
        assertThat(acme.api().get("/v1/connections").texts("connectionId")).contains(theirs.connection);
        assertThat(acme.api().get("/v1/beneficiaries?accountId=" + acme.account()).texts("beneficiaryId"))
                .containsExactly(theirs.wallet, theirs.bankAccount);
    }

    @Test
    void lists_show_ones_own_things_only() {
        Things.of(acme, world);

        assertThat(rival.api().get("/v1/accounts").texts("accountId")).containsExactly(rival.account());
        assertThat(rival.api().get("/v1/transactions").texts("transactionId")).isEmpty();
    }

    @Test
    void a_cursor_of_anothers_list_shows_ones_own_things() {
        acme.api().post("/v1/accounts", Body.of("name", "Second")).isOk();
        var cursor = acme.api().get("/v1/accounts?limit=1").text("/nextCursor");

        assertThat(rival.api().get("/v1/accounts?cursor=" + cursor).texts("accountId")).isSubsetOf(rival.account());
    }
}
