package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.documents.Document;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A walk through the contract, request by request: what {@code docs/contracts/nxos.md} says of each is what a client meets. */
@MicronautTest
class ContractRowsTest {

    private static final Document PAGE = Document.named("docs/contracts/nxos.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| `([^`]+)` \\|(?: (?:`([^`]+)`)? ?\\|)?$", Pattern.MULTILINE);

    private final World world;
    private final Customer acme;
    private final Customer globex;

    ContractRowsTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
        this.globex = world.newCustomer();
    }

    /**
     * @param request its method and path, or the type of a transaction
     * @param members of the answer, as paths: {@code data[].asset}
     * @param codes by which it can be refused
     */
    private record Row(String request, List<String> members, List<String> codes) {}

    private static List<Row> rows(String part) {
        return ROW.matcher(PAGE.between(part + ": begin", part + ": end")).results()
                .map(row -> new Row(row.group(1), words(row.group(2)), words(row.group(3))))
                .toList();
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" "));
    }

    /** A way to have each request granted. */
    private Map<String, Supplier<Answer>> ways() {
        var api = acme.api();
        var ways = new LinkedHashMap<String, Supplier<Answer>>();
        ways.put("GET /v1/accounts", () -> api.get("/v1/accounts"));
        ways.put("GET /v1/accounts/{accountId}", () -> {
            acme.deposit("1.00", "USD");
            return api.get("/v1/accounts/" + acme.account());
        });
        ways.put("PATCH /v1/accounts/{accountId}", () -> api.patch("/v1/accounts/" + acme.openAccount("Savings"), Body.of("name", "Taxes")));
        ways.put("GET /v1/funding-methods/{fundingMethodId}", () -> api.get("/v1/funding-methods/" + world.newFundingMethod(acme)));
        ways.put("POST /v1/beneficiaries/crypto", () -> api.post("/v1/beneficiaries/crypto", acme.aWallet()));
        ways.put("POST /v1/beneficiaries/bank", () -> api.post("/v1/beneficiaries/bank", acme.aBankAccount()));
        ways.put("POST /v1/beneficiaries/nxosnet", () -> api.post(
                "/v1/beneficiaries/nxosnet",
                Body.of("accountId", acme.account(), "nickname", "Globex", "targetHandle", globex.joinNetwork())));
        ways.put("GET /v1/beneficiaries", () -> {
            acme.registerWallet();
            return api.get("/v1/beneficiaries?accountId=" + acme.account());
        });
        ways.put("GET /v1/beneficiaries/{beneficiaryId}", () -> api.get(pathOf(acme.registerWallet())));
        ways.put("PATCH /v1/beneficiaries/{beneficiaryId}", () -> api.patch(pathOf(acme.registerWallet()), Body.of("status", "INACTIVE")));
        ways.put("DELETE /v1/beneficiaries/{beneficiaryId}", () -> api.delete(pathOf(acme.registerWallet())));
        ways.put("POST /v1/quotes", () -> api.post("/v1/quotes", acme.aQuote("1.00")));
        ways.put("GET /v1/quotes", () -> {
            acme.quote("1.00");
            return api.get("/v1/quotes");
        });
        ways.put("GET /v1/quotes/{quoteId}", () -> api.get("/v1/quotes/" + acme.quote("1.00")));
        ways.put("POST /v1/quotes/{quoteId}/execute", this::aTrade);
        ways.put("POST /v1/transactions/crypto-payouts", this::aCryptoPayout);
        ways.put("POST /v1/transactions/fiat-payouts", this::aFiatPayout);
        ways.put("POST /v1/transactions/transfers", this::aTransfer);
        ways.put("POST /v1/transactions/nxosnet-transfers", this::aNetworkTransfer);
        ways.put("GET /v1/transactions", () -> {
            acme.deposit("1.00", "USD");
            return api.get("/v1/transactions");
        });
        ways.put("GET /v1/transactions/{transactionId}", () -> api.get("/v1/transactions/" + acme.deposit("1.00", "USD")));
        ways.put("GET /v1/fees/crypto-payout", () -> api.get("/v1/fees/crypto-payout?chainName=ETHEREUM_SEPOLIA&asset=USDC"));
        ways.put("GET /v1/fees/fiat-payout", () -> api.get("/v1/fees/fiat-payout?method=SWIFT&asset=USD"));
        ways.put("GET /v1/organizations", () -> api.get("/v1/organizations"));
        ways.put("GET /v1/organizations/{organizationId}", () -> api.get("/v1/organizations/" + acme.organization()));
        ways.put("PATCH /v1/organizations/nxosnet", () -> api.patch("/v1/organizations/nxosnet", "{\"showOrganizationName\":true}"));
        ways.put("POST /v1/webhooks/endpoints", () -> api.post("/v1/webhooks/endpoints", Body.of("url", "https://example.com/hook")));
        ways.put("GET /v1/webhooks/endpoints", () -> {
            anEndpoint();
            return api.get("/v1/webhooks/endpoints");
        });
        ways.put("GET /v1/webhooks/endpoints/{endpointId}", () -> api.get(anEndpoint()));
        ways.put("PATCH /v1/webhooks/endpoints/{endpointId}", () -> api.patch(anEndpoint(), Body.of("description", "Ours")));
        ways.put("DELETE /v1/webhooks/endpoints/{endpointId}", () -> api.delete(anEndpoint()));
        ways.put("GET /v1/webhooks/endpoints/{endpointId}/secret", () -> api.get(anEndpoint() + "/secret"));
        ways.put("POST /v1/webhooks/endpoints/{endpointId}/secret/rotate", () -> api.post(anEndpoint() + "/secret/rotate"));
        ways.put("POST /v1/sandbox/deposits", () -> api.post("/v1/sandbox/deposits", acme.aDeposit("1.00", "USD")));
        ways.put("POST /v1/sandbox/transactions/{transactionId}/settle", () -> end(aFiatPayout(), "settle"));
        ways.put("POST /v1/sandbox/transactions/{transactionId}/decline", () -> end(aFiatPayout(), "decline"));
        return ways;
    }

    /** A way to have a transaction of each type. */
    private Map<String, Supplier<Answer>> types() {
        var types = new LinkedHashMap<String, Supplier<Answer>>();
        types.put("TRADE", this::aTrade);
        types.put("CRYPTO_PAYOUT", this::aCryptoPayout);
        types.put("FIAT_PAYOUT", this::aFiatPayout);
        types.put("TRANSFER", this::aTransfer);
        types.put("NXOSNET_TRANSFER", this::aNetworkTransfer);
        types.put("ADJUSTMENT", () -> acme.reverse(aTrade().isOk().text("/transactionId")));
        return types;
    }

    private Answer aTrade() {
        acme.deposit("1.00", "USD");
        return acme.execute(acme.quote("1.00"));
    }

    private Answer aCryptoPayout() {
        acme.deposit("1.000000", "USDC");
        return acme.payOut(acme.aCryptoPayout(acme.registerWallet(), "1.000000"));
    }

    private Answer aFiatPayout() {
        acme.deposit("1.00", "EUR");
        return acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "1.00"));
    }

    private Answer aTransfer() {
        acme.deposit("1.00", "USD");
        return acme.api().post("/v1/transactions/transfers", acme.aTransfer(acme.openAccount("Savings"), "1.00", "USD"));
    }

    private Answer aNetworkTransfer() {
        acme.deposit("1.00", "USD");
        acme.joinNetwork();
        var beneficiary = acme.registerNetworkBeneficiary(globex.joinNetwork());
        return acme.api().post("/v1/transactions/nxosnet-transfers", acme.aNetworkTransfer(beneficiary, "1.00", "USD"));
    }

    private Answer end(Answer payout, String how) {
        return acme.api().post("/v1/sandbox/transactions/" + payout.isOk().text("/transactionId") + "/" + how);
    }

    private String pathOf(String beneficiary) {
        return "/v1/beneficiaries/" + beneficiary + "?accountId=" + acme.account();
    }

    private String anEndpoint() {
        return "/v1/webhooks/endpoints/" + acme.api().post("/v1/webhooks/endpoints", Body.of("url", "https://example.com/hook")).isOk().text("/id");
    }

    @TestFactory
    Stream<DynamicTest> each_request_is_answered_with_the_members_of_the_contract() {
        var ways = ways();
        return rows("rows").stream().map(row -> DynamicTest.dynamicTest(row.request, () -> {
            var answer = ways.get(row.request).get().isOk();

            assertThat(missing(answer, "", row.members)).as(answer.body()).isEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> each_request_can_be_refused_by_the_codes_of_the_contract() {
        var operations = world.stranger().description().operations().stream()
                .collect(Collectors.toMap(ApiDescription.Operation::toString, operation -> operation));
        return rows("rows").stream().map(row -> DynamicTest.dynamicTest(row.request, () -> {
            Set<String> declared = operations.get(row.request).codes().values().stream().flatMap(Set::stream).collect(Collectors.toSet());

            assertThat(declared).containsAll(row.codes).contains("invalid_request", "missing_api_key", "invalid_api_key");
        }));
    }

    @TestFactory
    Stream<DynamicTest> each_type_of_transaction_has_the_details_of_the_contract() {
        var types = types();
        return rows("details").stream().map(row -> DynamicTest.dynamicTest(row.request, () -> {
            var made = types.get(row.request).get().isOk().text("/transactionId");

            var seen = acme.api().get("/v1/transactions/" + made).isOk();

            assertThat(seen.text("/type")).isEqualTo(row.request);
            assertThat(missing(seen, "/details", row.members)).as(seen.body()).isEmpty();
        }));
    }

    @Test
    void the_tables_have_every_request_and_type_that_has_a_way_and_no_other() {
        assertThat(rows("rows")).extracting(Row::request).containsExactlyInAnyOrderElementsOf(ways().keySet());
        assertThat(rows("details")).extracting(Row::request).containsExactlyInAnyOrderElementsOf(types().keySet());
    }

    private static List<String> missing(Answer answer, String below, List<String> members) {
        return members.stream()
                .filter(member -> answer.json().at(below + "/" + member.replace("[]", "/0").replace('.', '/')).isMissingNode())
                .toList();
    }
}
