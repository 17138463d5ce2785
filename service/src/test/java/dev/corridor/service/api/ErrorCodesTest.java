package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.chain.SimulatedChain;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The seventeen codes of the contract, each raised by a real request. */
@MicronautTest
class ErrorCodesTest {

    private static final String UNKNOWN_UUID = "00000000000070008000000000000000";

    private final World world;
    private final Customer acme;

    ErrorCodesTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    private record Refusal(int status, String code, Supplier<Answer> request) {}

    private List<Refusal> refusals() {
        return List.of(
                new Refusal(401, "missing_api_key", () -> world.stranger().get("/v1/accounts")),
                new Refusal(401, "invalid_api_key", this::aRevokedKey),
                new Refusal(401, "authentication_failed", this::anUnreadableKeyStore),
                new Refusal(403, "forbidden", this::aQuoteOfASuspendedAccount),
                new Refusal(404, "not_found", () -> acme.api().get("/v1/nowhere")),
                new Refusal(404, "organization_not_found", () -> acme.api().get("/v1/organizations/org_" + UNKNOWN_UUID)),
                new Refusal(404, "account_not_found", () -> acme.api().get("/v1/accounts/acct_" + UNKNOWN_UUID)),
                new Refusal(404, "quote_not_found", () -> acme.api().get("/v1/quotes/quote_" + UNKNOWN_UUID)),
                new Refusal(404, "beneficiary_not_found", this::aPayoutToNobody),
                new Refusal(409, "quote_expired", this::aQuoteExecutedTooLate),
                new Refusal(409, "quote_already_used", this::aQuoteExecutedTwice),
                new Refusal(409, "beneficiary_already_archived", this::aBeneficiaryArchivedTwice),
                new Refusal(400, "insufficient_funds", this::aPayoutWithoutMoney),
                new Refusal(400, "validation_error", () -> acme.api().post("/v1/quotes", acme.aQuote("0"))),
                new Refusal(400, "invalid_request", () -> acme.api().post("/v1/quotes", "{")),
                new Refusal(502, "chain_send_failed", this::aPayoutThatTheChainRefuses),
                new Refusal(500, "internal_error", this::anUnreadableTable));
    }

    @TestFactory
    Stream<DynamicTest> every_code_has_its_status() {
        return refusals().stream().map(refusal -> DynamicTest.dynamicTest(
                refusal.code, () -> assertThat(refusal.request.get().isError(refusal.status, refusal.code).text("/error/code"))
                        .isEqualTo(refusal.code)));
    }

    @Test
    void there_are_seventeen() {
        assertThat(refusals()).extracting(Refusal::code).doesNotHaveDuplicates().hasSize(17);
    }

    @Test
    void the_funds_that_are_lacking_are_named() {
        assertThat(aPayoutWithoutMoney().message())
                .isEqualTo("The account does not have enough balance for this operation: 1.00 EUR required, 0.00 EUR available.");
    }

    @Test
    void a_fault_of_ours_leaks_nothing() {
        assertThat(anUnreadableTable().message())
                .isEqualTo("Something went wrong on our side. Retry the request, and quote its id if it fails again.");
    }

    @Test
    void a_key_that_could_not_be_checked_may_be_good() {
        assertThat(anUnreadableKeyStore().message()).endsWith("Retry the request.");

        acme.api().get("/v1/accounts").isOk();
    }

    private Answer aRevokedKey() {
        var former = world.newCustomer();
        former.api().get("/v1/accounts").isOk();
        world.revokeKeysOf(former);
        return former.api().get("/v1/accounts");
    }

    private Answer anUnreadableKeyStore() {
        return world.whileUnreadable("api_keys", () -> acme.api().get("/v1/accounts"));
    }

    private Answer anUnreadableTable() {
        return world.whileUnreadable("quotes", () -> acme.api().get("/v1/quotes/quote_" + UNKNOWN_UUID));
    }

    private Answer aQuoteOfASuspendedAccount() {
        var suspended = world.newCustomer();
        world.suspend(suspended.account());
        return suspended.api().post("/v1/quotes", suspended.aQuote("1.00"));
    }

    private Answer aPayoutToNobody() {
        return acme.payOut(acme.aFiatPayout("bene_" + UNKNOWN_UUID, "1.00"));
    }

    private Answer aQuoteExecutedTooLate() {
        var quote = acme.quote("1.00");
        world.clock.advance(Duration.ofMinutes(5));
        assertThat(acme.api().get("/v1/quotes/" + quote).text("/status")).isEqualTo("EXPIRED");
        return acme.execute(quote);
    }

    private Answer aQuoteExecutedTwice() {
        acme.deposit("2.00", "USD");
        var quote = acme.quote("1.00");
        acme.execute(quote).isOk();
        return acme.execute(quote);
    }

    private Answer aBeneficiaryArchivedTwice() {
        var wallet = acme.registerWallet();
        acme.archive(wallet);
        return acme.api().delete("/v1/beneficiaries/" + wallet + "?accountId=" + acme.account());
    }

    private Answer aPayoutWithoutMoney() {
        return acme.payOut(acme.aFiatPayout(acme.registerBankAccount(), "1.00"));
    }

    private Answer aPayoutThatTheChainRefuses() {
        acme.deposit("1.000000", "USDC");
        return acme.payOut(acme.aCryptoPayout(acme.registerWallet(SimulatedChain.REFUSES), "1.000000"));
    }
}
