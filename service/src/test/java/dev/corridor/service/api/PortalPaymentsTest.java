package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.service.Await;
import dev.corridor.service.api.ApiDescription.Operation;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The payments of the portal: lists, one payment, the table, and the box that finds one. */
@MicronautTest
class PortalPaymentsTest {

    private static final Pattern FIELD = Pattern.compile("<(?:input|select)[^>]* name=\"([^\"]+)\"");

    /** What the API's pages need. */
    private static final List<String> PAGES = List.of("limit", "cursor");

    private final World world;
    private final PortalClient portal;
    private Person person;
    private Customer customer;

    PortalPaymentsTest(World world) {
        this.world = world;
        this.portal = new PortalClient(world.stranger().server());
    }

    @BeforeEach
    void logIn() throws Exception {
        person = Person.register(world, "Acme");
        customer = person.customer();
        portal.logIn(person);
    }

    private String aPayout(String amount, String reference) {
        return customer.payOut(customer.aFiatPayout(customer.registerBankAccount(), amount).with("reference", reference))
                .isOk()
                .text("/transactionId");
    }

    @Test
    void the_list_has_every_filter_that_the_api_has_and_no_other() throws Exception {
        var ofTheApi = new TreeSet<>(world.stranger().description().operations().stream()
                .filter(operation -> operation.toString().equals("GET /v1/transactions"))
                .map(Operation::queryParameters)
                .findFirst()
                .orElseThrow());
        ofTheApi.removeAll(PAGES);
        var form = portal.get("/portal/payments").body();

        var ofTheForm = FIELD.matcher(form.substring(form.indexOf("filters"))).results().map(field -> field.group(1)).toList();

        assertThat(ofTheForm).containsExactlyInAnyOrderElementsOf(ofTheApi);
    }

    @Test
    void each_filter_shows_what_the_api_shows() throws Exception {
        customer.deposit("500.00", "EUR");
        customer.deposit("800.00", "USD");
        customer.execute(customer.quote("100.00")).isOk();
        aPayout("20.00", "INV-1");
        var wallet = customer.registerWallet();
        customer.payOut(customer.aCryptoPayout(wallet, "7.500000").with("{\"metadata\":{\"invoice\":\"7\"}}")).isOk();
        var created = customer.api().get("/v1/transactions").isOk().texts("createdAt").getFirst();

        for (var query : List.of(
                "status=LOCKED",
                "status=LOCKED,COMPLETED",
                "type=TRADE",
                "reference=INV-1",
                "asset=EUR",
                "asset=EUR&amount=20.00",
                "asset=EUR&amountGte=20.00&amountLte=100.00",
                "accountId=" + customer.account(),
                "beneficiaryId=" + wallet,
                "createdAtGte=" + created,
                "createdAtLte=" + created)) {
            assertThat(shownBy("/portal/payments?" + query)).as(query).isEqualTo(
                    customer.api().get("/v1/transactions?" + query).isOk().texts("transactionId"));
        }
        assertThat(shownBy("/portal/payments?metadata=invoice%3D7")).isEqualTo(
                customer.api().get("/v1/transactions?metadata%5Binvoice%5D=7").isOk().texts("transactionId"));
    }

    private List<String> shownBy(String path) throws IOException, InterruptedException {
        return Pattern.compile("href=\"/portal/payments/(txn_[0-9a-f]{32})\"")
                .matcher(portal.get(path).body())
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    @Test
    void a_filter_that_cannot_be_read_is_refused_as_a_page_and_filters_nothing() throws Exception {
        for (var query : List.of("status=GONE", "amount=5", "asset=EUR&amount=x", "createdAtGte=yesterday", "accountId=7", "metadata=7")) {
            var page = portal.get("/portal/payments?" + query);

            assertThat(page.statusCode()).as(query).isEqualTo(422);
            assertThat(page.body()).as(query).contains("invalid_request", "No money moved").doesNotContain("txn_");
        }
        assertThat(portal.get("/portal/payments?colour=red").statusCode()).isEqualTo(400);
    }

    @Test
    void older_payments_are_on_the_next_page_and_in_the_table() throws Exception {
        customer.deposit("500.00", "EUR");
        var beneficiary = customer.registerBankAccount();
        for (int i = 0; i < 27; i++) {
            customer.payOut(customer.aFiatPayout(beneficiary, "1.00").with("reference", "=R" + i)).isOk();
        }

        var first = shownBy("/portal/payments?type=FIAT_PAYOUT");
        var older = Pattern.compile("href=\"(/portal/payments\\?[^\"]*after=[^\"]*)\"")
                .matcher(portal.get("/portal/payments?type=FIAT_PAYOUT").body());
        assertThat(older.find()).isTrue();
        var second = shownBy(older.group(1).replace("&amp;", "&"));
        var table = portal.get("/portal/payments.csv?type=FIAT_PAYOUT");

        assertThat(first).hasSize(25).doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(2);
        assertThat(table.headers().firstValue("Content-Disposition").orElseThrow()).contains("payments.csv");
        assertThat(table.body().lines()).hasSize(28).anySatisfy(line -> assertThat(line).contains(",FIAT_PAYOUT,LOCKED,1.00,EUR,'=R7,"));
    }

    @Test
    void a_payment_tells_its_story_in_words() throws Exception {
        customer.deposit("500.00", "EUR");
        var locked = aPayout("20.00", "INV-1");
        var completed = aPayout("30.00", "INV-2");
        var declined = aPayout("40.00", "INV-3");
        customer.api().post("/v1/sandbox/transactions/" + completed + "/settle").isOk();
        customer.api().post("/v1/sandbox/transactions/" + declined + "/decline").isOk();

        assertThat(textOf(locked)).contains("Not out of the account yet. 20.00 EUR are set aside", "do not pay again", "INV-1", "+20.00 EUR");
        assertThat(textOf(completed)).contains("Yes. 30.00 EUR left the account.", "Completed", "It was confirmed");
        assertThat(textOf(declined)).contains("No. 40.00 EUR were set aside, and are available again.", "make a new payout", "It will never arrive");
    }

    @Test
    void what_waits_for_an_approval_is_on_the_first_page_and_is_judged_on_a_page_of_its_own() throws Exception {
        world.control(customer, FeeKey.fiatPayout(Asset.EUR), new PayoutControls(
                Optional.of(Money.of("10.00", Asset.EUR)), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        customer.deposit("500.00", "EUR");
        var colleague = world.colleagueOf(customer);
        var landlord = colleague.registerBankAccount();
        var approved = colleague.payOut(colleague.aFiatPayout(landlord, "20.00")).isOk().text("/transactionId");
        var rejected = colleague.payOut(colleague.aFiatPayout(landlord, "30.00")).isOk().text("/transactionId");
        var own = aPayout("40.00", "INV-1");
        var approval = "/portal/payments/" + approved + "/approval";

        assertThat(portal.get("/portal").body()).contains("20.00 EUR wait to be approved", approval);
        assertThat(portal.get(approval).body()).contains("Approve 20.00 EUR?", "Approve and pay", "Reject");
        assertThat(customer.statusOf(approved)).isEqualTo("EXPECTED");
        assertThat(judge(approved, "approve").headers().firstValue("Location")).contains("/portal/payments/" + approved);
        assertThat(judge(rejected, "reject").headers().firstValue("Location")).contains("/portal/payments/" + rejected);

        assertThat(customer.statusOf(approved)).isEqualTo("LOCKED");
        assertThat(textOf(approved)).contains("Asked for", "Approved");
        assertThat(textOf(rejected)).contains("It was not approved, and nothing was ever set aside.", "Rejected");
        assertThat(judge(own, "approve").body()).contains("forbidden", "another person");
        assertThat(customer.balance("EUR")).isEqualTo("480.00 + 20.00");
    }

    private HttpResponse<String> judge(String payout, String verdict) throws IOException, InterruptedException {
        var path = "/portal/payments/" + payout;
        return portal.submit(path + "/approval", path + "/" + verdict, Map.of("requestKey", Refusals.newName()));
    }

    private String textOf(String payment) throws IOException, InterruptedException {
        return portal.get("/portal/payments/" + payment).body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void what_is_anothers_is_not_there() throws Exception {
        var other = Person.register(world, "Other");
        other.customer().deposit("500.00", "EUR");
        var theirs = other.customer()
                .payOut(other.customer().aFiatPayout(other.customer().registerBankAccount(), "20.00").with("reference", "THEIRS"))
                .isOk()
                .text("/transactionId");

        assertThat(portal.get("/portal/payments/" + theirs).statusCode()).isEqualTo(404);
        assertThat(portal.get("/portal/payments").body()).doesNotContain(theirs);
        assertThat(portal.get("/portal/payments?accountId=" + other.customer().account()).body()).contains("account_not_found")
                .doesNotContain(theirs);
        assertThat(portal.get("/portal/look-up?q=THEIRS").body()).contains("Nothing of yours is known as").doesNotContain(theirs);
        assertThat(portal.get("/portal").body()).doesNotContain(theirs);
    }

    @Test
    void the_box_finds_ids_references_and_hashes() throws Exception {
        customer.deposit("500.00", "EUR");
        customer.deposit("800.00", "USD");
        customer.execute(customer.quote("100.00")).isOk();
        var payout = aPayout("20.00", "INV/1 ä");
        var sent = customer.payOut(customer.aCryptoPayout(customer.registerWallet(), "7.500000")).isOk().text("/transactionId");
        Await.until("it has a hash", () -> customer.api().get("/v1/transactions/" + sent).isOk().json().at("/details/txHash").isTextual());
        var hash = customer.api().get("/v1/transactions/" + sent).isOk().text("/details/txHash");

        var sought = new TreeMap<>(Map.of(
                payout, "/portal/payments/" + payout,
                "INV/1 ä", "/portal/payments/" + payout,
                " " + hash + " ", "/portal/payments/" + sent,
                customer.account(), "/portal/payments?accountId=" + customer.account()));
        for (var one : sought.entrySet()) {
            var answer = portal.get("/portal/look-up?q=" + PortalClient.encode(one.getKey()));
            assertThat(answer.statusCode()).as(one.getKey()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).as(one.getKey()).contains(one.getValue());
        }
        assertThat(portal.get("/portal/look-up?q=nothing").body()).contains("Nothing of yours is known as");
    }

    @Test
    void the_box_finds_what_became_of_a_request() throws Exception {
        var refused = customer.execute(customer.quote("10.00")).isError(400, "insufficient_funds").requestId();
        Await.until("it is in the journal", () -> customer.api().get("/v1/requests/" + refused).status() == 200);

        assertThat(portal.get("/portal/look-up?q=" + refused).headers().firstValue("Location")).contains("/portal/requests/" + refused);
        assertThat(portal.get("/portal/requests/" + refused).body())
                .contains("POST /v1/quotes/{quoteId}/execute", "insufficient_funds", "No. Nothing was changed, and no money moved.");
        portal.logIn(Person.register(world, "Other"));
        assertThat(portal.get("/portal/requests/" + refused).statusCode()).isEqualTo(404);
    }
}
