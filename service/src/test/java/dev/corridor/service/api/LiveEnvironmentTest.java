package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real money: no test keys, no play money, and no payout over a chain that is not there. */
@MicronautTest
@Property(name = ServiceUnderTest.ENVIRONMENT, value = "live")
class LiveEnvironmentTest {

    private static final String UNKNOWN_UUID = "00000000000070008000000000000000";

    private final World world;
    private final Customer acme;

    LiveEnvironmentTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @Test
    void a_live_key_is_let_in() {
        assertThat(acme.api().headers().get("Authorization")).startsWith("Bearer nxos_sk_live_");

        acme.api().get("/v1/accounts").isOk();
        acme.api().post("/v1/quotes", acme.aQuote("10.00")).isOk();
    }

    @Test
    void a_test_key_is_not_even_if_it_is_stored() {
        var tester = world.newCustomerWithKey("nxos_sk_test_0123456789abcdef");

        tester.api().get("/v1/accounts").isError(401, "invalid_api_key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    /v1/sandbox/organizations                | {"name":"Rival"}
                    /v1/sandbox/deposits                     | {"accountId":"acct_UUID","asset":"USD","amount":"1.00"}
                    /v1/sandbox/transactions/txn_UUID/settle |
                    /v1/sandbox/transactions/txn_UUID/decline|
                    /v1/sandbox/transactions/txn_UUID/return | {}
                    """)
    void the_sandbox_is_closed(String path, String body) {
        var route = path.replace("UUID", UNKNOWN_UUID);
        var answer = body == null ? acme.api().post(route) : acme.api().post(route, body.replace("UUID", UNKNOWN_UUID));

        answer.isError(403, "forbidden");
    }

    @Test
    void no_key_has_or_gives_the_right_to_undo_a_trade() {
        assertThat(acme.api().get("/v1/api-keys").isOk().body()).contains("quotes:write").doesNotContain("transactions:reverse");

        acme.api()
                .post("/v1/transactions/txn_" + UNKNOWN_UUID + "/reverse", Body.of("reason", "Why", "evidence", "How"))
                .isError(403, "forbidden");
        acme.api()
                .post("/v1/api-keys", Body.of("name", "Undoing").with("{\"permissions\":[\"transactions:reverse\"]}"))
                .isError(403, "forbidden");
    }

    @Test
    void nothing_fails_on_demand() {
        acme.api().with("Corridor-Sandbox-Trigger", "internal_error").get("/v1/accounts").isOk();
        acme.api().with("Corridor-Sandbox-Trigger", "nonsense").get("/v1/accounts").isOk();
    }

    @Test
    void strangers_do_not_register_themselves() {
        world.stranger()
                .post("/v1/auth/register", Body.of("email", "ada@example.com", "password", "Str0ng&Safe"))
                .isError(403, "forbidden");
        world.stranger()
                .post("/v1/auth/login", Body.of("email", "ada@example.com", "password", "Str0ng&Safe"))
                .isError(401, "invalid_credentials");
    }

    @Test
    void ones_own_account_gets_no_play_money() {
        acme.api().post("/v1/sandbox/deposits", acme.aDeposit("1.00", "USD")).isError(403, "forbidden");

        assertThat(acme.balance("USD")).isEqualTo("0.00 + 0.00");
    }

    @Test
    void chains_are_main_networks() {
        var wallet = acme.api().post("/v1/beneficiaries/crypto", acme.aWallet().with("chainName", "ethereum"));

        assertThat(wallet.isOk().text("/crypto/chainName")).isEqualTo("ETHEREUM_MAINNET");
        acme.api().post("/v1/beneficiaries/crypto", acme.aWallet()).isError(400, "invalid_request");
    }

    @Test
    void a_crypto_payout_is_forbidden_while_no_chain_is_connected() {
        var wallet = acme.api()
                .post("/v1/beneficiaries/crypto", acme.aWallet().with("chainName", "ETHEREUM_MAINNET"))
                .text("/beneficiaryId");

        var payout = acme.payOut(acme.aCryptoPayout(wallet, "1.00").with("chainName", "ETHEREUM_MAINNET"));

        assertThat(payout.isError(403, "forbidden").message()).contains("no blockchain is connected");
    }

    @Test
    void no_payout_goes_over_the_simulated_bank() {
        acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "1.00")).isError(403, "forbidden");
    }
}
