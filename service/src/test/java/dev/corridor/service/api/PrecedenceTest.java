package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.chain.SimulatedChain;
import dev.corridor.service.api.ApiDescription.Operation;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Which error a client sees when several apply. Each test is a ladder: it begins with a request in which all is wrong, and each step puts
 * one more thing right. Source: the NXOS contract, section 2, rule 1.
 */
@MicronautTest
class PrecedenceTest {

    private static final String ON_BEHALF_OF = "Nxos-On-Behalf-Of";
    private static final String UNKNOWN_KEY = "nxos_sk_test_0123456789abcdef0123456789abcdef";
    private static final String UNKNOWN_UUID = "00000000000070008000000000000000";
    private static final String UNKNOWN_BENEFICIARY = "bene_" + UNKNOWN_UUID;

    private static final String NONSENSE = """
            {"status":"nonsense","tier":"nonsense","amount":"nonsense"}""";

    private final World world;
    private final Customer acme;
    private final Customer other;

    PrecedenceTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
        this.other = world.newCustomer();
    }

    @TestFactory
    Stream<DynamicTest> who_asks_is_settled_first_whatever_is_asked() {
        return world.stranger().description().operations().stream()
                .filter(operation -> operation.path().startsWith("/v1") && !operation.isPublic() && !isForUsers(operation) && !isTheFeed(operation))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> climb(operation)));
    }

    /** No key opens these; what their tokens must be, UsersTest knows. */
    private static boolean isForUsers(Operation operation) {
        return operation.path().startsWith("/v1/auth/");
    }

    /** It speaks another error contract, RealtimeProtocolTest knows. */
    private static boolean isTheFeed(Operation operation) {
        return operation.toString().equals("GET /v1/realtime");
    }

    /** No JSON object, PayoutBatchesTest knows. */
    private static boolean takesAList(Operation operation) {
        return operation.toString().equals("POST /v1/payout-batches");
    }

    private void climb(Operation operation) {
        var confused = world.stranger().with(ON_BEHALF_OF, "nonsense");
        ask(confused, operation, "{").isError(401, "missing_api_key");
        ask(confused.with("Authorization", "bearer " + UNKNOWN_KEY), operation, "{").isError(401, "missing_api_key");
        ask(confused.withKey(UNKNOWN_KEY), operation, "{").isError(401, "invalid_api_key");

        var known = acme.api();
        assertThat(ask(known.with(ON_BEHALF_OF, "nonsense"), operation, "{").isError(400, "invalid_request").message())
                .contains(ON_BEHALF_OF);
        var onBehalf = known.with(ON_BEHALF_OF, other.organization());
        switch (AuthorizationMatrixTest.meaningTo(operation)) {
            case CUSTOMER, PENDING_CUSTOMER -> ask(onBehalf, operation, "{").isError(403, "authorization_required");
            case REFUSED -> ask(onBehalf, operation, "{").isError(403, "forbidden");
            case IGNORED -> assertThat(ask(onBehalf, operation, "{").code()).isEqualTo("invalid_request");
        }

        var authorized = known.with(ON_BEHALF_OF, acme.organization());
        if (operation.hasBody() && !takesAList(operation)) {
            assertThat(ask(authorized, operation, "{").isError(400, "invalid_request").message()).contains("body");
            ask(authorized, operation, requiresNothing(operation) ? NONSENSE : "{}").isError(400, "validation_error");
        } else if (takesNothing(operation)) {
            ask(authorized, operation, "").isOk();
        } else {
            var refused = ask(authorized, operation, "");
            assertThat(refused.status() + " " + refused.text("/error/code")).isEqualTo("400 invalid_request");
        }
    }

    /** A change may leave anything as it is, and a return brings back all if it does not say how much. */
    private static boolean requiresNothing(Operation operation) {
        return operation.method().equals("PATCH") || operation.path().endsWith("/return");
    }

    private static boolean takesNothing(Operation operation) {
        return Set.of("POST /v1/realtime/tickets", "POST /v1/organizations/verification").contains(operation.toString());
    }

    /** With nonsense wherever there is room for it. */
    private static Answer ask(ApiClient api, Operation operation, String body) {
        var path = operation.path().replaceAll("\\{\\w+}", "nonsense");
        return switch (operation.method()) {
            case "GET" -> api.get(path + "?limit=nonsense");
            case "DELETE" -> api.delete(path);
            case "PATCH" -> api.patch(path, body);
            default -> operation.hasBody() ? api.post(path, body) : api.post(path);
        };
    }

    @Test
    void a_wallet() {
        var body = other.aWallet().with("chainName", "ETHEREUM_MAINNET").with("address", "0x1");

        register(body).isError(400, "validation_error");
        register(body = body.with("address", Customer.AN_ADDRESS)).isError(400, "invalid_request");
        register(body = body.with("chainName", "ETHEREUM_SEPOLIA")).isError(404, "account_not_found");
        register(body.with("accountId", acme.account())).isOk();
    }

    private Answer register(Body wallet) {
        return acme.api().post("/v1/beneficiaries/crypto", wallet);
    }

    @Test
    void a_bank_account() {
        var body = other.aBankAccount().with("iban", "DE00370400440532013000");

        acme.api().post("/v1/beneficiaries/bank", body).isError(400, "validation_error");
        body = acme.aBankAccount().with("accountId", other.account());
        acme.api().post("/v1/beneficiaries/bank", body).isError(404, "account_not_found");
        acme.api().post("/v1/beneficiaries/bank", body.with("accountId", acme.account())).isOk();
    }

    @Test
    void the_beneficiaries_of_an_account() {
        acme.api().get("/v1/beneficiaries").isError(400, "missing_parameter");
        acme.api().get("/v1/beneficiaries?accountId=" + other.account() + "&type=CASH").isError(400, "invalid_request");
        acme.api().get("/v1/beneficiaries?accountId=" + other.account() + "&type=BANK&limit=0").isError(400, "invalid_request");
        acme.api().get("/v1/beneficiaries?accountId=" + other.account() + "&type=BANK").isError(404, "account_not_found");
        acme.api().get("/v1/beneficiaries?accountId=" + acme.account() + "&type=BANK").isOk();
    }

    @Test
    void the_archiving_of_a_beneficiary() {
        var wallet = acme.registerWallet();
        acme.archive(wallet);

        archive("nonsense?accountId=" + other.account()).isError(400, "invalid_request");
        archive(UNKNOWN_BENEFICIARY).isError(400, "missing_parameter");
        archive(UNKNOWN_BENEFICIARY + "?accountId=" + other.account()).isError(404, "account_not_found");
        archive(UNKNOWN_BENEFICIARY + "?accountId=" + acme.account()).isError(404, "beneficiary_not_found");
        archive(wallet + "?accountId=" + acme.account()).isError(409, "beneficiary_already_archived");
    }

    private Answer archive(String beneficiaryAndQuery) {
        return acme.api().delete("/v1/beneficiaries/" + beneficiaryAndQuery);
    }

    @Test
    void a_beneficiary_of_another_account_of_the_same_organization() {
        var second = acme.api().post("/v1/accounts", Body.of("name", "Second")).text("/accountId");
        var wallet = acme.registerWallet();

        acme.api().get("/v1/beneficiaries/" + wallet + "?accountId=" + second).isError(404, "beneficiary_not_found");
        acme.api().delete("/v1/beneficiaries/" + wallet + "?accountId=" + second).isError(404, "beneficiary_not_found");
        acme.payOut(acme.aCryptoPayout(wallet, "1.00").with("accountId", second)).isError(404, "beneficiary_not_found");
    }

    @Test
    void a_quote() {
        world.suspend(acme.account());
        var body = other.aQuote("10.001");

        acme.api().post("/v1/quotes", body).isError(400, "validation_error");
        acme.api().post("/v1/quotes", body = body.with("fromAmount", "10.00")).isError(404, "account_not_found");
        acme.api().post("/v1/quotes", body = body.with("accountId", acme.account())).isError(403, "forbidden");
        world.reactivate(acme.account());
        acme.api().post("/v1/quotes", body).isOk();
    }

    @Test
    void the_execution_of_a_quote() {
        acme.deposit("10.00", "USD");
        var used = acme.quote("10.00");
        acme.execute(used).isOk();
        var expired = acme.quote("10.00");
        world.clock.advance(Duration.ofMinutes(5));
        var unfunded = acme.quote("10.00");
        world.suspend(acme.account());

        acme.execute("nonsense").isError(400, "invalid_request");
        acme.execute("quote_" + UNKNOWN_UUID).isError(404, "quote_not_found");
        acme.execute(used).isError(403, "forbidden");
        world.reactivate(acme.account());
        acme.execute(used).isError(409, "quote_already_used");
        acme.execute(expired).isError(409, "quote_expired");
        acme.execute(unfunded).isError(400, "insufficient_funds");
        acme.deposit("10.00", "USD");
        acme.execute(unfunded).isOk();
        world.clock.advance(Duration.ofMinutes(5));
        acme.execute(unfunded).isError(409, "quote_already_used");
    }

    @Test
    void a_crypto_payout() {
        var initech = world.newCustomerWithoutCryptoPayouts();
        var wallet = initech.registerWallet(SimulatedChain.REFUSES);
        var archived = initech.registerWallet();
        initech.archive(archived);
        world.suspend(initech.account());
        var body = other.aCryptoPayout(UNKNOWN_BENEFICIARY, "1.0000000").with("chainName", "ETHEREUM_MAINNET");

        initech.payOut(body).isError(400, "validation_error");
        initech.payOut(body = body.with("amount", "1.000000")).isError(404, "account_not_found");
        initech.payOut(body = body.with("accountId", initech.account())).isError(404, "beneficiary_not_found");
        body = body.with("beneficiaryId", archived);
        assertThat(initech.payOut(body).isError(400, "invalid_request").message()).contains("ETHEREUM_MAINNET", "sandbox");
        body = body.with("chainName", "ARBITRUM_SEPOLIA");
        assertThat(initech.payOut(body).isError(400, "invalid_request").message()).contains("ETHEREUM_SEPOLIA", "ARBITRUM_SEPOLIA");
        body = body.with("chainName", "ethereum");
        assertThat(initech.payOut(body).isError(403, "forbidden").message()).contains("organization");
        world.enableCryptoPayouts(initech);
        assertThat(initech.payOut(body).isError(403, "forbidden").message()).contains("account");
        world.reactivate(initech.account());
        initech.payOut(body).isError(409, "beneficiary_already_archived");
        initech.payOut(body = body.with("beneficiaryId", wallet)).isError(400, "insufficient_funds");
        initech.deposit("1.000000", "USDC");
        initech.payOut(body).isError(502, "chain_send_failed");
        initech.payOut(body.with("beneficiaryId", initech.registerWallet())).isOk();
    }

    @Test
    void a_fiat_payout() {
        var bankAccount = acme.registerBankAccount();
        var archived = acme.registerBankAccount();
        acme.archive(archived);
        world.suspend(acme.account());
        var body = other.aFiatPayout(UNKNOWN_BENEFICIARY, "1.001").with("method", "WIRE").with("asset", "USD");

        acme.payOut(body).isError(400, "validation_error");
        acme.payOut(body = body.with("amount", "1.00")).isError(404, "account_not_found");
        acme.payOut(body = body.with("accountId", acme.account())).isError(404, "beneficiary_not_found");
        body = body.with("beneficiaryId", archived);
        assertThat(acme.payOut(body).isError(400, "invalid_request").message()).contains("SEPA", "WIRE");
        body = body.with("method", "SEPA");
        assertThat(acme.payOut(body).isError(400, "invalid_request").message()).contains("EUR", "USD");
        acme.payOut(body = body.with("asset", "EUR")).isError(403, "forbidden");
        world.reactivate(acme.account());
        acme.payOut(body).isError(409, "beneficiary_already_archived");
        acme.payOut(body = body.with("beneficiaryId", bankAccount)).isError(400, "insufficient_funds");
        acme.deposit("1.00", "EUR");
        acme.payOut(body).isOk();
    }

    @Test
    void a_beneficiary_of_the_wrong_kind_for_the_payout() {
        assertThat(acme.payOut(acme.aCryptoPayout(acme.registerBankAccount(), "1.00")).isError(400, "invalid_request").message())
                .contains("bank account");
        assertThat(acme.payOut(acme.aFiatPayout(acme.registerWallet(), "1.00")).isError(400, "invalid_request").message())
                .contains("blockchain address");
    }

    @Test
    void the_transactions_of_an_account() {
        acme.api().get("/v1/transactions?accountId=" + other.account() + "&type=GIFT").isError(400, "invalid_request");
        acme.api().get("/v1/transactions?accountId=" + other.account()).isError(404, "account_not_found");
        acme.api().get("/v1/transactions?accountId=" + acme.account()).isOk();
    }

    @Test
    void a_deposit() {
        world.suspend(acme.account());
        var body = other.aDeposit("1.001", "USD");

        deposit(body).isError(400, "validation_error");
        deposit(body = body.with("amount", "1.00")).isError(404, "account_not_found");
        deposit(body = body.with("accountId", acme.account())).isError(403, "forbidden");
        world.reactivate(acme.account());
        deposit(body).isOk();
    }

    @Test
    void a_deposit_that_the_balance_cannot_hold() {
        for (int i = 0; i < 9; i++) {
            acme.deposit("999999999999.999999", "USDC");
        }

        deposit(acme.aDeposit("999999999999.999999", "USDC")).isError(400, "invalid_request");

        assertThat(acme.balance("USDC")).isEqualTo("8999999999999.999991 + 0.000000");
    }

    private Answer deposit(Body deposit) {
        return acme.api().post("/v1/sandbox/deposits", deposit);
    }

    @Test
    void the_ending_of_a_payout() {
        var deposit = acme.deposit("1.00", "EUR");
        var payout = acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "1.00")).text("/transactionId");

        for (var ending : new String[]{"settle", "decline"}) {
            acme.api().post("/v1/sandbox/transactions/nonsense/" + ending).isError(400, "invalid_request");
            acme.api().post("/v1/sandbox/transactions/txn_" + UNKNOWN_UUID + "/" + ending).isError(404, "not_found");
            acme.api().post("/v1/sandbox/transactions/" + deposit + "/" + ending).isError(400, "invalid_request");
        }
        acme.api().post("/v1/sandbox/transactions/" + payout + "/settle").isOk();
    }

    @Test
    void a_balance() {
        acme.api().get("/v1/accounts/nonsense/balances/GOLD").isError(400, "invalid_request");
        acme.api().get("/v1/accounts/" + other.account() + "/balances/GOLD").isError(400, "asset_not_supported");
        acme.api().get("/v1/accounts/" + other.account() + "/balances/USD").isError(404, "account_not_found");
        acme.api().get("/v1/accounts/" + acme.account() + "/balances/USD").isOk();
    }
}
