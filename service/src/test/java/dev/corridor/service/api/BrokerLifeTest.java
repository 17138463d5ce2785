package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.service.Await;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How a broker serves a customer, from the first to the last day. Source: the NXOS contract, section 4. */
@MicronautTest
class BrokerLifeTest {

    private static final String VERIFICATION = "/v1/organizations/verification";

    private final World world;
    private final Broker broker;

    private String customer;
    private Customer acting;

    BrokerLifeTest(World world) {
        this.world = world;
        this.broker = new Broker(world.newCustomer());
    }

    @Test
    void a_customer_is_created_verified_served_and_let_go() {
        a_customer_is_created();
        only_its_verification_is_open_to_the_broker();
        it_is_verified_and_its_letter_takes_effect();
        the_broker_transacts_for_it();
        the_books_say_who_acted_for_whom();
        names_of_requests_are_apart();
        the_letter_is_revoked();
        world.assertThatTheBooksAddUp();
    }

    private void a_customer_is_created() {
        var created = broker.self().api().post("/v1/organizations", Body.of("name", "Initech", "type", "BUSINESS").with("""
                {"metadata":{"crm":"7"}}"""));
        customer = created.text("/organizationId");

        created.isJson(
                """
                {"object":"organization","organizationId":"%s","name":"Initech","type":"BUSINESS","status":"NOT_APPROVED",
                "verificationStatus":"NOT_STARTED","cryptoPayoutsEnabled":true,"createdByOrganizationId":"%s","metadata":{"crm":"7"},
                "createdAt":"2025-03-15T14:30:00.000Z","updatedAt":"2025-03-15T14:30:00.000Z"}
                """, customer, broker.self().organization());
        broker.self().api().get("/v1/authorizations?role=authorized&status=PENDING").isJson(
                """
                {"object":"list","data":[{"object":"authorization","grantingOrganizationId":"%s","authorizedOrganizationId":"%s","type":"LOA",
                "status":"PENDING","signedAt":null,"revokedAt":null,"revokedReason":null,
                "createdAt":"2025-03-15T14:30:00.000Z","updatedAt":"2025-03-15T14:30:00.000Z"}],"hasMore":false,"nextCursor":null}
                """, customer, broker.self().organization());
    }

    private void only_its_verification_is_open_to_the_broker() {
        var api = broker.onBehalfOf(customer);
        api.get("/v1/accounts").isError(403, "authorization_required");
        api.get(VERIFICATION).isJson(
                """
                {"object":"organization_verification","status":"NOT_STARTED","type":"BUSINESS","updatedAt":"2025-03-15T14:30:00.000Z"}
                """);
    }

    private void it_is_verified_and_its_letter_takes_effect() {
        var session = broker.onBehalfOf(customer).post(VERIFICATION).isOk();
        assertThat(session.text("/object")).isEqualTo("verification_session");
        assertThat(session.text("/url")).startsWith("https://");
        var again = broker.onBehalfOf(customer).post(VERIFICATION).isOk();
        assertThat(again.text("/accessToken")).isNotEqualTo(session.text("/accessToken"));

        Await.until("it is verified", () -> status().equals("APPROVED"));
        var letter = broker.self().api().get("/v1/authorizations?status=ACTIVE").isOk();
        assertThat(letter.text("/data/0/grantingOrganizationId")).isEqualTo(customer);
        assertThat(letter.text("/data/0/signedAt")).isEqualTo("2025-03-15T14:30:00.000Z");
        assertThat(broker.onBehalfOf(customer).get("/v1/organizations").text("/organizationId")).isEqualTo(customer);
    }

    private String status() {
        return broker.onBehalfOf(customer).get(VERIFICATION).isOk().text("/status");
    }

    private void the_broker_transacts_for_it() {
        acting = broker.actingFor(customer);
        acting.deposit("100.00", "USD");
        acting.execute(acting.quote("40.00")).isOk();
        acting.payOut(acting.aCryptoPayout(acting.registerWallet(), "1.000000")).isOk();

        assertThat(acting.balance("USD")).isEqualTo("60.00 + 0.00");
        broker.self().api().get("/v1/accounts/" + acting.account()).isError(404, "account_not_found");
        assertThat(broker.self().api().get("/v1/transactions").isOk().texts("transactionId")).isEmpty();
    }

    private void the_books_say_who_acted_for_whom() {
        var request = acting.api().get("/v1/transactions").isOk().requestId();
        Await.until("it is in the journal", () -> acting.api().get("/v1/requests/" + request).status() == 200);

        assertThat(acting.api().get("/v1/requests/" + request).text("/caller")).matches("key_[0-9a-f]{32} of " + broker.self().organization());
        broker.self().api().get("/v1/requests/" + request).isError(404, "not_found");
        assertThat(world.everythingIn("audit_records"))
                .contains("organization.verification_started", " of " + broker.self().organization());
    }

    /** The same name, of a request of the broker itself, of the broker for its customer, and for another one. */
    private void names_of_requests_are_apart() {
        var other = broker.newVerifiedCustomer("Umbrella");
        var account = Body.of("name", "Second");

        var accounts = Stream.of(broker.self(), acting, other)
                .map(each -> each.api().with("Idempotency-Key", "second").post("/v1/accounts", account).isOk().text("/accountId"));

        assertThat(accounts).doesNotHaveDuplicates().hasSize(3);
        assertThat(acting.api().with("Idempotency-Key", "second").post("/v1/accounts", account).isReplay()).isTrue();
    }

    private void the_letter_is_revoked() {
        broker.revoke(world.newCustomer().api(), customer).isError(403, "forbidden");

        var revoked = broker.revoke(broker.self().api(), customer).isOk();

        assertThat(revoked.text("/status")).isEqualTo("REVOKED");
        assertThat(revoked.text("/revokedReason")).isEqualTo("They have left.");
        broker.revoke(broker.self().api(), customer).isError(404, "authorization_not_found");
        acting.api().get("/v1/accounts").isError(403, "authorization_required");
        acting.api().post("/v1/quotes", acting.aQuote("1.00")).isError(403, "authorization_required");
        acting.api().with("Idempotency-Key", "second").post("/v1/accounts", Body.of("name", "Second")).isError(403, "authorization_required");
    }

    @TestFactory
    Stream<DynamicTest> the_name_says_what_the_sandbox_finds() {
        return Stream.of("APPROVED", "REJECTED", "ON_HOLD", "RESUBMISSION_REQUIRED").map(status -> DynamicTest.dynamicTest(status, () -> {
            var found = broker.newCustomer("Verified " + status.replace('_', ' '));
            broker.verify(found);

            assertThat(broker.onBehalfOf(found).get(VERIFICATION).text("/status")).isEqualTo(status);
            assertThat(broker.onBehalfOf(found).get("/v1/accounts").code())
                    .isEqualTo(status.equals("APPROVED") ? "" : "authorization_required");
        }));
    }

    @Test
    void what_was_handed_in_elsewhere_is_imported_once() {
        var imported = broker.onBehalfOf(broker.newCustomer("Globex Pending"));
        var token = Body.of("shareToken", "share-of-globex");

        assertThat(imported.post(VERIFICATION + "/import", token).isOk().text("/status")).isEqualTo("PENDING");

        imported.post(VERIFICATION + "/import", token).isError(409, "share_token_invalid");
        assertThat(imported.get(VERIFICATION).text("/status")).isEqualTo("PENDING");
    }

    @Test
    void a_customer_has_no_customers_of_its_own() {
        var child = broker.newVerifiedCustomer("Hooli");

        var created = child.api().post("/v1/organizations", Body.of("name", "Grandchild", "type", "INDIVIDUAL")).isOk();

        assertThat(created.text("/createdByOrganizationId")).isEqualTo(broker.self().organization());
        child.api()
                .post("/v1/authorizations", Body.of("authorizedOrganizationId", world.newCustomer().organization(), "type", "LOA"))
                .isError(403, "forbidden");
    }

    @Test
    void an_organization_with_keys_of_its_own_authorizes_a_broker_and_again_after_a_revocation() {
        var independent = world.newCustomer();
        independent.deposit("10.00", "USD");
        broker.isAuthorizedBy(independent);
        broker.isAuthorizedBy(independent);
        assertThat(broker.actingFor(independent.organization()).balance("USD")).isEqualTo("10.00 + 0.00");

        broker.revoke(independent.api(), independent.organization()).isOk();
        broker.onBehalfOf(independent.organization()).get("/v1/accounts").isError(403, "authorization_required");

        broker.isAuthorizedBy(independent);
        assertThat(broker.onBehalfOf(independent.organization()).get("/v1/accounts").isOk().texts("accountId"))
                .containsExactly(independent.account());
        assertThat(independent.api().get("/v1/authorizations?role=granter").isOk().texts("status")).containsExactly("ACTIVE", "REVOKED");
    }

    @Test
    void a_broker_that_is_not_approved_creates_no_customers() {
        var suspended = world.newCustomer();
        world.setStatus(suspended, OrganizationStatus.NOT_APPROVED);

        suspended.api().post("/v1/organizations", Body.of("name", "Child", "type", "BUSINESS")).isError(403, "client_inactive");
    }
}
