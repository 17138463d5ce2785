package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Transfers inside the house, as those who make and receive them see them. */
@MicronautTest
class TransfersTest {

    private static final String UNKNOWN = "00000000000070008000000000000000";

    private final World world;
    private final Customer acme;
    private final Customer globex;

    TransfersTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
        this.globex = world.newCustomer();
    }

    @Test
    void a_transfer_between_accounts_is_on_both_of_them_at_once() {
        acme.deposit("100.00", "USD");
        var savings = acme.openAccount("Savings");

        var made = acme.api().post("/v1/transactions/transfers", acme.aTransfer(savings, "40.00", "USD").with("""
                {"description":"Reserve","tags":["tax"],"metadata":{"year":"2025"}}"""));

        made.isJson(
                """
                {"object":"transaction","transactionId":"%s","type":"TRANSFER","status":"COMPLETED","accountId":"%s","fromAccountId":"%s","toAccountId":"%s",
                "amount":"40.00","asset":"USD","reference":null,"description":"Reserve","tags":["tax"],"metadata":{"year":"2025"},
                "createdAt":"%s"}
                """, made.text("/transactionId"), acme.account(), acme.account(), savings, made.text("/createdAt"));
        acme.api().get("/v1/transactions/" + made.text("/transactionId")).isJson(
                """
                {"object":"transaction","transactionId":"%s","accountId":"%s","status":"COMPLETED","reference":null,"description":"Reserve","tags":["tax"],
                "metadata":{"year":"2025"},"amount":"40.00","asset":"USD","fee":null,
                "createdAt":"%s","updatedAt":"%s",
                "type":"TRANSFER","details":{"direction":"OUT","fromAccountId":"%s","toAccountId":"%s"}}
                """, made.text("/transactionId"), acme.account(), made.text("/createdAt"), made.text("/createdAt"), acme.account(), savings);
        var received = acme.api().get("/v1/transactions?type=TRANSFER&accountId=" + savings).isOk();
        assertThat(received.texts("description")).containsExactly("Reserve");
        assertThat(received.json().at("/data/0/details/direction").textValue()).isEqualTo("IN");
        assertThat(acme.balance("USD")).isEqualTo("60.00 + 0.00");
        assertThat(acme.api().get("/v1/accounts/" + savings + "/entries").isOk().texts("amount")).containsExactly("40.00");
        world.clock.advance(Duration.ofSeconds(1));
        var statement = acme.api().get("/v1/accounts/" + savings + "/statement?asset=USD").isOk();
        assertThat(statement.json().at("/lines/0/type").textValue()).isEqualTo("TRANSFER");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_transfer_between_accounts_is_refused_in_order() {
        var savings = acme.openAccount("Savings");
        world.suspend(savings);
        var body = acme.aTransfer(acme.account(), "40.001", "USD");

        assertThat(transfer(body).isError(400, "validation_error").message()).contains("toAccountId must differ", "amount must have");
        transfer(body = body.with("amount", "40.00").with("toAccountId", globex.account())).isError(404, "account_not_found");
        transfer(body = body.with("toAccountId", savings)).isError(403, "forbidden");
        world.reactivate(savings);
        transfer(body).isError(400, "insufficient_funds");
        acme.deposit("40.00", "USD");
        transfer(body).isOk();
    }

    private Answer transfer(Body body) {
        return acme.api().post("/v1/transactions/transfers", body);
    }

    @Test
    void a_transfer_that_is_sent_twice_under_one_key_is_made_once() {
        acme.deposit("100.00", "USD");
        var savings = acme.openAccount("Savings");
        var named = acme.api().with("Idempotency-Key", UUID.randomUUID().toString());

        var first = named.post("/v1/transactions/transfers", acme.aTransfer(savings, "40.00", "USD")).isOk();
        var second = named.post("/v1/transactions/transfers", acme.aTransfer(savings, "40.00", "USD")).isOk();

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(acme.balance("USD")).isEqualTo("60.00 + 0.00");
    }

    @Test
    void an_organization_pays_another_by_its_handle() {
        acme.deposit("100.000000", "USDC");
        acme.joinNetwork();
        var handle = globex.joinNetwork();
        var beneficiary = acme.registerNetworkBeneficiary(handle);

        var sent = acme.api().post("/v1/transactions/nxosnet-transfers", acme.aNetworkTransfer(beneficiary, "30.000000", "USDC").with("""
                {"note":"Invoice 42"}"""));

        sent.isJson(
                """
                {"object":"transaction","transactionId":"%s","type":"NXOSNET_TRANSFER","status":"COMPLETED","accountId":"%s","beneficiaryId":"%s",
                "amount":"30.000000","asset":"USDC","targetHandle":"%s","reference":null,"note":"Invoice 42","tags":[],"metadata":{},
                "createdAt":"%s"}
                """, sent.text("/transactionId"), acme.account(), beneficiary, handle, sent.text("/createdAt"));
        assertThat(acme.balance("USDC")).isEqualTo("70.000000 + 0.000000");
        assertThat(globex.balance("USDC")).isEqualTo("30.000000 + 0.000000");
        var seen = acme.api().get("/v1/transactions/" + sent.text("/transactionId")).isOk();
        assertThat(seen.json().get("details").toString())
                .isEqualTo("{\"beneficiaryId\":\"" + beneficiary + "\",\"targetHandle\":\"" + handle + "\"}");
        var received = globex.api().get("/v1/transactions?type=NXOSNET_TRANSFER").isOk();
        assertThat(received.texts("description")).containsExactly("Invoice 42");
        assertThat(received.json().at("/data/0/details/senderName").textValue()).isEqualTo("Acme");
        globex.api().get("/v1/transactions/" + sent.text("/transactionId")).isError(404, "not_found");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_beneficiary_of_the_network_shows_its_handle() {
        var handle = globex.joinNetwork();

        var beneficiary = acme.registerNetworkBeneficiary(handle);

        var seen = acme.api().get("/v1/beneficiaries/" + beneficiary + "?accountId=" + acme.account()).isOk();
        assertThat(seen.text("/type")).isEqualTo("NXOSNET");
        assertThat(seen.text("/nxosnet/handle")).isEqualTo(handle);
        assertThat(acme.api().get("/v1/beneficiaries?type=NXOSNET&accountId=" + acme.account()).isOk().texts("beneficiaryId"))
                .containsExactly(beneficiary);
    }

    @Test
    void a_transfer_over_the_network_is_refused_in_order() {
        var handle = globex.joinNetwork();
        var beneficiary = acme.registerNetworkBeneficiary(handle);
        var archived = acme.registerNetworkBeneficiary(handle);
        acme.archive(archived);
        world.suspend(acme.account());
        var body = globex.aNetworkTransfer("bene_" + UNKNOWN, "1.001", "USD");

        pay(body).isError(400, "validation_error");
        pay(body = body.with("amount", "1.00")).isError(404, "account_not_found");
        pay(body = body.with("accountId", acme.account())).isError(404, "beneficiary_not_found");
        pay(body = body.with("beneficiaryId", acme.registerWallet())).isError(400, "invalid_request");
        body = body.with("beneficiaryId", archived);
        assertThat(pay(body).isError(403, "forbidden").message()).contains("not enabled for this organization");
        acme.joinNetwork();
        assertThat(pay(body).isError(403, "forbidden").message()).contains("SUSPENDED");
        world.reactivate(acme.account());
        leave(globex);
        assertThat(pay(body).isError(403, "forbidden").message()).contains("cannot be paid");
        globex.joinNetwork();
        pay(body).isError(409, "beneficiary_already_archived");
        pay(body = body.with("beneficiaryId", beneficiary)).isError(400, "insufficient_funds");
        acme.deposit("1.00", "USD");
        pay(body).isOk();
    }

    private Answer pay(Body body) {
        return acme.api().post("/v1/transactions/nxosnet-transfers", body);
    }

    private static void leave(Customer customer) {
        customer.api().patch("/v1/organizations/nxosnet", "{\"enabled\":false}").isOk();
    }

    @Test
    void money_that_cannot_arrive_comes_back() {
        acme.deposit("100.00", "USD");
        acme.joinNetwork();
        var beneficiary = acme.registerNetworkBeneficiary(globex.joinNetwork());
        world.suspend(globex.account());

        var sent = pay(acme.aNetworkTransfer(beneficiary, "30.00", "USD")).isOk();

        assertThat(sent.text("/status")).isEqualTo("COMPLETED");
        acme.awaitStatus(sent.text("/transactionId"), "REFUNDED");
        assertThat(acme.balance("USD")).isEqualTo("100.00 + 0.00");
        assertThat(globex.api().get("/v1/transactions?status=DECLINED").isOk().texts("type")).containsExactly("NXOSNET_TRANSFER");
        assertThat(globex.api().get("/v1/accounts/" + globex.account() + "/entries").isOk().texts("amount")).isEmpty();
        world.assertThatTheBooksAddUp();
    }

    @Test
    void the_settings_of_the_network_are_checked() {
        assertThat(settings("{}").isError(400, "validation_error").message())
                .isEqualTo("enabled or handle or showOrganizationName must be given.");
        assertThat(settings("{\"enabled\":true}").isError(400, "validation_error").message()).contains("handle is required");
        for (var wrong : List.of("ab", "Acme", "-acme", "acme-", "ac--me", "acme corp", "a".repeat(33))) {
            settings("{\"handle\":\"" + wrong + "\"}").isError(400, "validation_error");
        }
        var handle = globex.joinNetwork();
        assertThat(settings("{\"handle\":\"" + handle + "\"}").isError(400, "validation_error").message())
                .isEqualTo("handle is taken by another organization.");
        settings("{\"showOrganizationName\":true}").isJson(
                """
                {"object":"nxosnet_settings","enabled":false,"handle":null,"showOrganizationName":true}
                """);
    }

    private Answer settings(String body) {
        return acme.api().patch("/v1/organizations/nxosnet", body);
    }

    @Test
    void a_handle_that_is_not_of_the_network_is_no_beneficiary() {
        var own = acme.joinNetwork();
        var gone = globex.joinNetwork();
        leave(globex);

        for (var handle : List.of(own, gone, "nobody-has-this")) {
            var body = Body.of("accountId", acme.account(), "nickname", "Globex", "targetHandle", handle);
            assertThat(acme.api().post("/v1/beneficiaries/nxosnet", body).isError(400, "validation_error").message()).startsWith("targetHandle ");
        }
    }
}
