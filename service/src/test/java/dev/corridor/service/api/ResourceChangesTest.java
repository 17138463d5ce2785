package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of accounts and beneficiaries can be changed, and the list of quotes. */
@MicronautTest
class ResourceChangesTest {

    private final World world;
    private final Customer acme;

    ResourceChangesTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    private Answer change(String account, String body) {
        return acme.api().patch("/v1/accounts/" + account, body);
    }

    @Test
    void an_account_is_renamed_suspended_and_taken_up_again() {
        var savings = acme.openAccount("Savings");
        var deposit = Body.of("accountId", savings, "asset", "USD", "amount", "1.00");

        var changed = change(savings, "{\"name\":\"Taxes\",\"status\":\"SUSPENDED\"}").isOk();
        acme.api().post("/v1/sandbox/deposits", deposit).isError(403, "forbidden");
        change(savings, "{\"status\":\"ACTIVE\"}").isOk();

        assertThat(changed.text("/name")).isEqualTo("Taxes");
        assertThat(changed.text("/status")).isEqualTo("SUSPENDED");
        acme.api().post("/v1/sandbox/deposits", deposit).isOk();
        assertThat(acme.api().get("/v1/audit").isOk().texts("action")).contains("account.changed");
    }

    @Test
    void an_account_is_closed_only_when_it_holds_nothing_and_then_for_good() {
        var savings = acme.openAccount("Savings");
        acme.deposit("10.00", "USD");
        acme.api().post("/v1/transactions/transfers", acme.aTransfer(savings, "10.00", "USD")).isOk();

        assertThat(change(savings, "{\"status\":\"CLOSED\"}").isError(400, "invalid_request").message()).contains("still holds 10.00 USD");
        var back = Body.of("fromAccountId", savings, "toAccountId", acme.account(), "amount", "10.00", "asset", "USD");
        acme.api().post("/v1/transactions/transfers", back).isOk();
        change(savings, "{\"status\":\"CLOSED\"}").isOk();

        change(savings, "{\"status\":\"CLOSED\"}").isOk();
        for (var body : List.of("{\"status\":\"ACTIVE\"}", "{\"name\":\"Mine\"}")) {
            assertThat(change(savings, body).isError(403, "forbidden").message()).contains("final");
        }
        assertThat(change(acme.account(), "{\"status\":\"CLOSED\"}").isError(403, "forbidden").message()).contains("primary");
        assertThat(change(savings, "{}").isError(400, "validation_error").message()).isEqualTo("name or description or status must be given.");
    }

    @Test
    void an_archived_beneficiary_comes_back_with_its_reference_unless_that_is_taken() {
        var wallet = acme.api().post("/v1/beneficiaries/crypto", acme.aWallet().with("reference", "S-1")).isOk().text("/beneficiaryId");
        acme.archive(wallet);

        turn(wallet, "{\"tags\":[\"x\"]}").isError(409, "beneficiary_already_archived");
        assertThat(turn(wallet, "{\"status\":\"ACTIVE\"}").isOk().text("/reference")).isEqualTo("S-1");
        assertThat(acme.api().get("/v1/beneficiaries?accountId=" + acme.account()).isOk().texts("beneficiaryId")).containsExactly(wallet);
        acme.archive(wallet);
        acme.api().post("/v1/beneficiaries/crypto", acme.aWallet().with("reference", "S-1")).isOk();
        turn(wallet, "{\"status\":\"ACTIVE\"}").isError(409, "reference_taken");
    }

    private Answer turn(String beneficiary, String body) {
        return acme.api().patch("/v1/beneficiaries/" + beneficiary + "?accountId=" + acme.account(), body);
    }

    @Test
    void an_inactive_beneficiary_is_not_paid() {
        var bank = acme.registerBankAccount();
        acme.deposit("1.00", "EUR");

        var inactive = turn(bank, "{\"status\":\"INACTIVE\",\"metadata\":{\"checked\":\"no\"}}").isOk();
        assertThat(inactive.text("/metadata/checked")).isEqualTo("no");
        assertThat(acme.payOut(acme.aFiatPayout(bank, "1.00")).isError(403, "forbidden").message()).contains("INACTIVE");
        turn(bank, "{\"status\":\"ACTIVE\"}").isOk();
        acme.payOut(acme.aFiatPayout(bank, "1.00")).isOk();
        turn(bank, "{\"status\":\"ARCHIVED\"}").isError(400, "validation_error");
    }

    @Test
    void a_bank_account_is_paid_by_swift() {
        acme.deposit("5.00", "USD");
        var body = acme.aBankAccount().with("{\"method\":\"SWIFT\",\"currency\":\"USD\"}");
        var bank = acme.api().post("/v1/beneficiaries/bank", body).isOk().text("/beneficiaryId");

        acme.payOut(acme.aFiatPayout(bank, "5.00").with("{\"asset\":\"USD\",\"method\":\"SWIFT\"}")).isOk();

        var withoutCode = body.with("{\"swiftCode\":null}");
        assertThat(acme.api().post("/v1/beneficiaries/bank", withoutCode).isError(400, "validation_error").message())
                .contains("swiftCode is required for SWIFT");
    }

    @Test
    void quotes_are_listed_newest_first_and_by_state() {
        acme.deposit("10.00", "USD");
        var expired = acme.quote("1.00");
        world.clock.advance(Duration.ofMinutes(6));
        var executed = acme.quote("2.00");
        acme.execute(executed).isOk();
        world.clock.advance(Duration.ofMillis(1));
        var pending = acme.quote("3.00");

        assertThat(quotes("")).containsExactly(pending, executed, expired);
        assertThat(quotes("?status=EXPIRED")).containsExactly(expired);
        assertThat(quotes("?status=PENDING,COMPLETED&accountId=" + acme.account())).containsExactly(pending, executed);
        assertThat(quotes("?status=FAILED")).isEmpty();
        var first = acme.api().get("/v1/quotes?limit=2").isOk();
        assertThat(quotes("?limit=2&cursor=" + first.text("/nextCursor"))).containsExactly(expired);
    }

    private List<String> quotes(String query) {
        return acme.api().get("/v1/quotes" + query).isOk().texts("quoteId");
    }

    @Test
    void an_organization_reads_itself_without_its_id() {
        var own = acme.api().get("/v1/organizations").isOk();

        assertThat(own.body()).isEqualTo(acme.api().get("/v1/organizations/" + acme.organization()).isOk().body());
    }
}
