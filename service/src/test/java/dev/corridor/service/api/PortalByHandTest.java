package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.money.Asset;
import dev.corridor.service.Await;
import dev.corridor.service.api.Chromium.Window;
import dev.corridor.service.documents.Document;
import dev.corridor.service.receiver.WebhookReceiver;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do by hand in the portal, in a real browser, with its scripts and without. */
@MicronautTest
class PortalByHandTest {

    private static final int WIDE = 1440;
    private static final Pattern STEP = Pattern.compile("\\| ([0-9]+) \\| ([a-z]+) \\| (.+?) \\|");

    private final World world;

    PortalByHandTest(World world) {
        this.world = world;
    }

    private Window window(boolean runsScripts) {
        return Chromium.open(world.stranger().server(), ColorScheme.LIGHT, WIDE, runsScripts);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_first_payment(boolean runsScripts) {
        var person = Person.register(world, "Acme");
        person.customer().deposit("1000.00", "USD");
        try (var window = window(runsScripts)) {
            person.logIn(window);

            window.follow("Convert");
            window.fill("Amount", "100.00");
            window.press("Get a price");
            assertThat(window.text()).contains("100.00 USD for 99.970000 USDC", "Valid until");
            window.press("Convert now");
            assertThat(window.text()).contains("Yes. 100.00 USD left the account, and 99.970000 USDC arrived");

            window.follow("Beneficiaries");
            assertThat(window.text()).contains("Nobody to pay yet.");
            window.fill("Name", "Supplier");
            window.fill("Address", Customer.AN_ADDRESS);
            window.press("Add the wallet");
            window.follow("Pay Supplier");
            window.fill("Amount", "25.5");
            window.page().locator("#reference").fill("INV-7");
            window.press("Look it over");
            assertThat(window.text()).contains("Pay 25.500000 USDC?", "Supplier", Customer.AN_ADDRESS, "INV-7");
            assertThat(person.customer().balance("USDC")).isEqualTo("99.970000 + 0.000000");
            window.press("Pay");

            assertThat(window.text()).contains("Crypto payout: 25.500000 USDC", "25.500000 USDC are set aside", "INV-7");
            assertThat(person.customer().balance("USDC")).isEqualTo("74.470000 + 25.500000");
        }
    }

    @Test
    void from_the_address_to_a_payment_are_just_the_steps_that_the_documentation_counts() {
        var person = Person.register(world, "Acme");
        person.customer().deposit("100.00", "USDC");
        var entered = Map.of(
                "E-mail address", person.email(), "Password", Person.PASSWORD, "Name", "Supplier", "Address", Customer.AN_ADDRESS, "Amount", "25.5");
        var steps = STEP.matcher(Document.named("docs/portal.md").between("steps: begin", "steps: end")).results().toList();
        assertThat(steps).extracting(step -> step.group(1)).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
        try (var window = window(true)) {
            var begin = System.nanoTime();
            for (var step : steps) {
                var what = step.group(3);
                switch (step.group(2)) {
                    case "open" -> window.go("/portal");
                    case "fill" -> window.fill(what, entered.get(what));
                    case "follow" -> window.follow(what);
                    case "press" -> window.press(what);
                    default -> throw new IllegalArgumentException(step.group());
                }
            }

            assertThat(window.text()).contains("25.500000 USDC are set aside");
            System.out.printf("%d steps to a payment in %s%n", steps.size(), Duration.ofNanos(System.nanoTime() - begin));
            assertThat(person.customer().balance("USDC")).isEqualTo("74.500000 + 25.500000");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void moving_money_to_another_account(boolean runsScripts) {
        var person = Person.register(world, "Acme");
        var customer = person.customer();
        customer.deposit("1000.00", "EUR");
        var savings = customer.openAccount("Savings");
        try (var window = window(runsScripts)) {
            person.logIn(window);

            window.follow("Accounts");
            window.follow("Move between accounts");
            window.page().locator("#fromAccountId").selectOption(customer.account());
            window.page().locator("#toAccountId").selectOption(customer.account());
            window.page().locator("#asset").selectOption("EUR");
            window.fill("Amount", "250.5");
            window.fill("Description", "Reserve");
            window.press("Look it over");
            assertThat(window.text()).contains("validation_error", "must be another account", "No money moved");
            window.page().locator("#toAccountId").selectOption(savings);
            window.press("Look it over");
            assertThat(window.text()).contains("Move 250.50 EUR?", "Savings", "Reserve");
            assertThat(customer.balance("EUR")).isEqualTo("1000.00 + 0.00");
            window.press("Move");

            assertThat(window.text()).contains("250.50 EUR", "Reserve", "Completed");
            assertThat(customer.balance("EUR")).isEqualTo("749.50 + 0.00");
            assertThat(customer.api().get("/v1/accounts/" + savings + "/entries").isOk().texts("amount")).containsExactly("250.50");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void finding_out_why_a_payout_was_declined(boolean runsScripts) {
        var person = Person.register(world, "Acme");
        var customer = person.customer();
        customer.deposit("50.00", "EUR");
        var payout = customer.payOut(customer.aFiatPayout(customer.registerBankAccount(), "20.00")).isOk().text("/transactionId");
        customer.api().post("/v1/sandbox/transactions/" + payout + "/decline").isOk();
        try (var window = window(runsScripts)) {
            person.logIn(window);

            assertThat(window.text()).contains("20.00 EUR could not be paid, and are available again.");
            window.follow("See the payment");

            assertThat(window.text()).contains(
                    "No. 20.00 EUR were set aside, and are available again.", "Check the recipient's details, then make a new payout", "Declined");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rotating_a_key(boolean runsScripts) {
        var person = Person.register(world, "Acme");
        try (var window = window(runsScripts)) {
            person.logIn(window);
            window.follow("API keys");
            window.fill("Name", "Reports");
            window.press("Make the key");
            var first = window.page().locator("#secret").inputValue();
            assertThat(world.stranger().withKey(first).get("/v1/accounts").status()).isEqualTo(200);
            assertThat(world.stranger().withKey(first).post("/v1/quotes", "{}").status()).isEqualTo(403);

            window.follow("Done");
            assertThat(window.page().content()).doesNotContain(first);
            window.page().getByText("Change").first().click();
            window.page().locator("select[name=overlap]").selectOption("0");
            window.press("Rotate");
            var second = window.page().locator("#secret").inputValue();

            assertThat(world.stranger().withKey(second).get("/v1/accounts").status()).isEqualTo(200);
            Await.until("the old secret does not work", () -> world.stranger().withKey(first).get("/v1/accounts").status() == 401);
            window.follow("Done");
            window.page().getByText("Change").first().click();
            window.press("Lock");
            assertThat(window.text()).contains("Locked");
            Await.until("it is locked", () -> world.stranger().withKey(second).get("/v1/accounts").code().equals("api_key_locked"));
        }
    }

    @Test
    void a_button_that_is_pressed_twice_moves_money_once() throws Exception {
        var person = Person.register(world, "Acme");
        var customer = person.customer();
        customer.deposit("50.00", "EUR");
        var beneficiary = customer.registerBankAccount();
        var portal = new PortalClient(world.stranger().server());
        portal.logIn(person);
        var preview = portal.submit(
                "/portal/pay/" + beneficiary + "?accountId=" + customer.account(),
                "/portal/pay/" + beneficiary + "/preview",
                Map.of("accountId", customer.account(), "amount", "20.00", "asset", "EUR"));
        var fields = new TreeMap<String, String>();
        Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(preview.body().substring(preview.body().indexOf("<main")))
                .results()
                .forEach(field -> fields.put(field.group(1), field.group(2)));

        var first = portal.send(portal.form("/portal/pay/" + beneficiary, fields));
        var second = portal.send(portal.form("/portal/pay/" + beneficiary, fields));

        assertThat(List.of(first.statusCode(), second.statusCode())).containsOnly(303);
        assertThat(second.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
        assertThat(customer.balance("EUR")).isEqualTo("30.00 + 20.00");
        fields.put("amount", "21.00");
        assertThat(portal.send(portal.form("/portal/pay/" + beneficiary, fields)).body()).contains("idempotency_key_in_use");
    }

    @Test
    void a_refused_form_says_what_is_wrong_and_keeps_what_was_entered() throws Exception {
        var person = Person.register(world, "Acme");
        var customer = person.customer();
        var beneficiary = customer.registerBankAccount();
        var portal = new PortalClient(world.stranger().server());
        portal.logIn(person);
        var form = "/portal/pay/" + beneficiary + "?accountId=" + customer.account();
        var poor = new TreeMap<>(Map.of(
                "accountId", customer.account(), "amount", "20.00", "asset", "EUR", "feeFixed", "0.00", "feeBps", "0", "requestKey", "one"));

        var refused = portal.submit(form, "/portal/pay/" + beneficiary, poor);
        var garbled = portal.submit(form, "/portal/pay/" + beneficiary + "/preview",
                Map.of("accountId", customer.account(), "amount", "much", "asset", "EUR"));
        var weak = portal.submit("/portal/keys", "/portal/keys", Map.of("name", "None", "requestKey", "two"));
        var lost = portal.submit("/portal/beneficiaries", "/portal/beneficiaries/crypto", Map.of(
                "accountId", customer.account(), "nickname", "Nowhere", "chainName", "ETHEREUM_SEPOLIA", "address", "0x1", "requestKey", "three"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("insufficient_funds", "No money moved", "value=\"20.00\"");
        assertThat(garbled.body()).contains("validation_error", "value=\"much\"");
        assertThat(weak.body()).contains("validation_error", "permission");
        assertThat(lost.body()).contains("validation_error", "address", "value=\"Nowhere\"");
    }

    @Test
    void a_session_is_ended_from_another_one_and_the_audit_has_who_did_what() throws Exception {
        var person = Person.register(world, "Acme");
        var here = new PortalClient(world.stranger().server());
        var there = new PortalClient(world.stranger().server());
        there.logIn(person);
        world.clock.advance(Duration.ofSeconds(1));
        here.logIn(person);
        var ends = Pattern.compile("action=\"(/portal/sessions/sess_[0-9a-f]{32}/end)\"")
                .matcher(here.get("/portal/sessions").body())
                .results()
                .map(form -> form.group(1))
                .toList();

        assertThat(here.submit("/portal/sessions", ends.get(1), Map.of()).statusCode()).isEqualTo(303);

        Await.until("it is over", () -> isOver(there));
        assertThat(here.get("/portal/audit").body()).contains("user.session_ended", "user.logged_in", "user.registered", "127.0.0.1");
    }

    @Test
    void an_organization_sees_its_verification_and_who_may_act_for_it() throws Exception {
        var person = Person.register(world, "Acme");
        var broker = new Broker(world.newCustomer());
        broker.isAuthorizedBy(person.customer());
        var portal = new PortalClient(world.stranger().server());
        portal.logIn(person);

        assertThat(portal.get("/portal/organization").body())
                .contains("Approved", "Active", broker.self().organization())
                .doesNotContain("Revoked");
        broker.revoke(broker.self().api(), person.customer().organization()).isOk();
        assertThat(portal.get("/portal/organization").body()).contains("Revoked").doesNotContain("Active");
    }

    private static boolean isOver(PortalClient portal) {
        try {
            return portal.get("/portal").statusCode() == 303;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_anothers_is_not_there() throws Exception {
        var mine = Person.register(world, "Acme");
        var theirs = Person.register(world, "Other").customer();
        theirs.deposit("50.00", "EUR");
        theirs.deposit("50.00", "USD");
        var beneficiary = theirs.registerBankAccount();
        var quote = theirs.quote("10.00");
        var key = theirs.api().post("/v1/api-keys", Body.of("name", "Theirs").with("{\"permissions\":[\"accounts:read\"]}")).isOk()
                .text("/apiKey/apiKeyId");
        var portal = new PortalClient(world.stranger().server());
        portal.logIn(mine);
        var account = Map.of("accountId", theirs.account(), "amount", "1.00", "asset", "EUR", "requestKey", "one");

        for (var page : List.of(
                "/portal/accounts/" + theirs.account(),
                "/portal/quotes/" + quote,
                "/portal/beneficiaries?accountId=" + theirs.account(),
                "/portal/pay/" + beneficiary + "?accountId=" + theirs.account(),
                "/portal/pay/" + beneficiary + "?accountId=" + mine.customer().account())) {
            assertThat(portal.get(page).statusCode()).as(page).isEqualTo(404);
        }
        for (var form : List.of(
                "/portal/quotes/" + quote + "/execute",
                "/portal/pay/" + beneficiary,
                "/portal/pay/" + beneficiary + "/preview",
                "/portal/beneficiaries/" + beneficiary + "/archive",
                "/portal/keys/" + key + "/lock",
                "/portal/keys/" + key + "/delete")) {
            assertThat(portal.submit("/portal", form, account).statusCode()).as(form).isEqualTo(404);
        }
        assertThat(portal.submit("/portal", "/portal/keys/" + key + "/rotate", Map.of("overlap", "0", "requestKey", "two")).statusCode())
                .isEqualTo(404);
        for (var form : List.of("/portal/transfers/preview", "/portal/transfers")) {
            var moved = portal.submit("/portal", form, Map.of(
                    "fromAccountId", theirs.account(), "toAccountId", mine.customer().account(), "amount", "1.00", "asset", "EUR", "requestKey",
                    "three"));
            assertThat(moved.body()).as(form).contains("account_not_found");
        }
        assertThat(theirs.balance("EUR")).isEqualTo("50.00 + 0.00");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_webhook_that_fails_and_is_sent_again(boolean runsScripts) throws IOException {
        var person = Person.register(world, "Acme");
        try (var receiver = new WebhookReceiver().answering(500, "out of order"); var window = window(runsScripts)) {
            person.logIn(window);
            window.follow("Webhooks");
            assertThat(window.text()).contains("No endpoint yet.");
            window.fill("URL", receiver.url());
            window.press("Add the endpoint");
            window.press("Send a test event");
            awaitText(window, "500 out of order");
            assertThat(window.text()).contains("webhook_endpoint.test", "Refused");

            receiver.answering(204, "");
            window.press(window.page().getByText("Send again").first());
            awaitText(window, "Delivered");

            assertThat(receiver.received("webhook_endpoint.test")).hasSizeGreaterThan(1).extracting(WebhookReceiver.Received::id).containsOnly(
                    receiver.received().getFirst().id());
            window.press("Disable");
            assertThat(window.text()).contains("Nothing is sent to it.");
            window.press("Rotate the secret");
            assertThat(window.text()).contains("whsec_", "The one before it signs too");
        }
    }

    /** It is read anew until it has come: attempts are made after the page. */
    private static void awaitText(Window window, String text) {
        Await.until(text + " is shown", () -> {
            window.readAnew();
            return window.text().contains(text);
        });
    }

    @Test
    void a_price_is_shown_and_reckoned() {
        var person = Person.register(world, "Acme");
        world.charge(person.customer(), FeeKey.fiatPayout(Asset.EUR), "1.50", 10);
        try (var window = window(false)) {
            person.logIn(window);
            window.follow("Fees");
            window.fill("Amount", "20.00");
            window.page().getByLabel("Asset").selectOption("EUR");
            window.press("Reckon");

            assertThat(window.text()).contains("1.52 EUR: of the account go 21.52 EUR, and 20.00 arrive.", "10 bps");
        }
    }
}
