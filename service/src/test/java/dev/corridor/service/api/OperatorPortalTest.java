package dev.corridor.service.api;

import static dev.corridor.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.funding.port.Receipts;
import dev.corridor.application.operator.InviteOperator;
import dev.corridor.application.operator.InviteOperatorService;
import dev.corridor.application.operator.SwitchOperator;
import dev.corridor.application.operator.SwitchOperatorService;
import dev.corridor.application.operator.port.OperatorSecrets;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.funding.Arrival;
import dev.corridor.domain.funding.Receipt.Suspended;
import dev.corridor.domain.funding.SuspenseReason;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.transaction.Details;
import dev.corridor.persistence.operator.PostgresOperators;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.service.Await;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.HttpCookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see and do in the portal, on the wire and in a real browser. */
@MicronautTest
class OperatorPortalTest {

    private static final int WIDE = 1440;
    private static final int NARROW = 360;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final World world;
    private final InviteOperator inviteOperator;
    private final SwitchOperator switchOperator;
    private final Receipts receipts;
    private final OtherNode otherNode;
    private final PortalClient portal;

    OperatorPortalTest(World world, TestDatabase database, PasswordHashes hashes, OperatorSecrets secrets, AuditLog audit, Receipts receipts,
            OtherNode otherNode) {
        this.world = world;
        var operators = new PostgresOperators(database.superuser());
        this.inviteOperator = new InviteOperatorService(operators, hashes, secrets, audit, world.clock);
        this.switchOperator = new SwitchOperatorService(operators, audit, world.clock);
        this.receipts = receipts;
        this.otherNode = otherNode;
        this.portal = new PortalClient(world.stranger().server());
    }

    @AfterAll
    static void closeTheOtherNode(OtherNode otherNode) {
        otherNode.close();
    }

    private InviteOperator.Invitation invite() {
        var name = new OperatorName("alice" + COUNT.incrementAndGet());
        return inviteOperator.invite(new InviteOperator.Command(new Operator(), name, false, Origin.CONSOLE));
    }

    private OnDuty onDuty() throws Exception {
        return OnDuty.enrol(world, invite(), portal);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_operator_enrols_and_suspends_an_organization(boolean runsScripts) {
        var customer = Person.register(world, "Bad Actors " + runsScripts).customer();
        customer.deposit("10.00", "USD");
        var invitation = invite();
        try (var window = Chromium.open(world.stranger().server(), ColorScheme.LIGHT, WIDE, runsScripts)) {
            new OnDuty(world, invitation.name().value(), "").logIn(window, invitation.first().value(), "");
            if (runsScripts) {
                window.isAccessible("operator-enrolment");
            }
            var operator = new OnDuty(world, invitation.name().value(), window.page().locator("#secret").innerText());
            window.fill("Code of your device", operator.code());
            window.fill("New password", OnDuty.PASSWORD);
            window.fill("The same again", OnDuty.PASSWORD);
            window.press("Enrol");
            assertThat(window.text()).contains("Operation", operator.name());

            window.follow("Organizations");
            window.fill("Part of the name", "bad actors " + runsScripts);
            window.press("Find");
            window.follow("Bad Actors " + runsScripts);
            window.press("Suspend");

            assertThat(window.text()).contains("Not approved", "organization.changed", "operator:" + operator.name());
            Await.until("the key is refused", () -> customer.api().post("/v1/quotes", customer.aQuote("1.00")).status() == 403);
            window.press("Approve");
            Await.until("the key is good again", () -> customer.api().post("/v1/quotes", customer.aQuote("1.00")).status() == 200);
            window.press("Log out");
            assertThat(window.text()).contains("Log in as an operator");
            assertThat(window.complaints()).isEmpty();
        }
        assertThat(customer.api().get("/v1/audit?action=organization.changed").isOk().text("/data/0/actor")).startsWith("operator:alice");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_wrong_code_and_one_that_was_used_are_refused() throws Exception {
        var operator = onDuty();
        var again = new PortalClient(world.stranger().server());
        assertThat(operator.logIn(again, operator.code()).body()).as("the code that has enrolled").contains("invalid_credentials");
        var code = operator.nextCode();
        assertThat(operator.logIn(again, code.equals("000000") ? "000001" : "000000").body()).contains("invalid_credentials", "No money moved");
        assertThat(again.get("/portal/operator").statusCode()).isEqualTo(303);

        assertThat(operator.logIn(again, code.substring(0, 3) + " " + code.substring(3)).statusCode()).isEqualTo(303);
        assertThat(again.get("/portal/operator").statusCode()).isEqualTo(200);

        var thief = new PortalClient(world.stranger().server());
        assertThat(operator.logIn(thief, code).statusCode()).isEqualTo(422);
        assertThat(thief.get("/portal/operator").statusCode()).isEqualTo(303);
    }

    @Test
    void a_code_that_is_sent_to_two_nodes_at_once_is_good_on_one() throws Exception {
        var operator = onDuty();
        for (int round = 0; round < 3; round++) {
            world.clock.advance(Duration.ofMinutes(1));
            var code = operator.nextCode();

            var logins = Stream.of(here(), there())
                    .map(node -> CompletableFuture.supplyAsync(() -> statusOfLogin(operator, node, code), Thread::startVirtualThread))
                    .toList();

            assertThat(logins).extracting(CompletableFuture::join).containsExactlyInAnyOrder(303, 422);
            assertThat(statusOfLogin(operator, here(), code)).isEqualTo(422);
            assertThat(statusOfLogin(operator, there(), code)).isEqualTo(422);
        }
    }

    private PortalClient here() {
        return new PortalClient(world.stranger().server());
    }

    private PortalClient there() {
        return new PortalClient(otherNode.api(world.stranger()).server());
    }

    private static int statusOfLogin(OnDuty operator, PortalClient portal, String code) {
        try {
            return operator.logIn(portal, code).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void five_wrong_codes_lock_the_login() throws Exception {
        var operator = onDuty();
        var stranger = new PortalClient(world.stranger().server());
        for (int i = 0; i < 5; i++) {
            assertThat(operator.logIn(stranger, "no code").body()).contains("invalid_credentials");
        }

        assertThat(operator.logIn(stranger, operator.nextCode()).body()).contains("account_locked");
        assertThat(portal.get("/portal/operator/records").body()).contains("operator.locked", "Locked");
    }

    @Test
    void users_and_operators_do_not_see_each_others_pages() throws Exception {
        var user = new PortalClient(world.stranger().server());
        assertThat(user.logIn(Person.register(world, "Acme")).statusCode()).isEqualTo(303);
        onDuty();

        for (var path : List.of("", "/organizations", "/fees", "/suspended", "/suspense", "/records", "/enrolment")) {
            assertThat(user.get("/portal/operator" + path).headers().firstValue("Location")).as(path).contains("/portal/operator/login");
        }
        for (var path : List.of("/portal", "/portal/payments", "/portal/keys")) {
            assertThat(portal.get(path).headers().firstValue("Location").orElse("")).as(path).startsWith("/portal/login");
        }
        assertThat(portal.cookies.getCookieStore().getCookies()).extracting(HttpCookie::getName)
                .contains("corridor-operator", "corridor-operator-form")
                .doesNotContain("corridor-access", "corridor-refresh");
    }

    @Test
    void a_session_that_has_proved_nothing_can_enrol_and_nothing_else() throws Exception {
        var invitation = invite();
        portal.submit("/portal/operator/login", "/portal/operator/login", Map.of(
                "name", invitation.name().value(), "password", invitation.first().value(), "code", ""));

        assertThat(portal.get("/portal/operator").headers().firstValue("Location")).contains("/portal/operator/login");
        assertThat(portal.get("/portal/operator/enrolment").statusCode()).isEqualTo(200);
        var weak = portal.submit("/portal/operator/enrolment", "/portal/operator/enrolment", Map.of(
                "code", "000000", "password", "weak", "again", "weak"));
        assertThat(weak.body()).contains("validation_error", "password");
    }

    @Test
    void who_is_disabled_is_out_with_the_next_page() throws Exception {
        var operator = onDuty();
        assertThat(portal.get("/portal/operator").statusCode()).isEqualTo(200);

        switchOperator.switchTo(new SwitchOperator.Command(new Operator(), new OperatorName(operator.name()), false, Origin.CONSOLE));

        assertThat(portal.get("/portal/operator").statusCode()).isEqualTo(303);
        assertThat(operator.logIn(portal, operator.nextCode()).body()).contains("invalid_credentials");
    }

    @Test
    void money_in_suspense_is_assigned_once_however_often_the_form_is_sent() throws Exception {
        var operator = onDuty();
        var customer = world.newCustomer();
        var arrival = new Arrival(
                "bank main", "R-" + operator.name(), new Value.Known(eur("7.00")), "Ada", "DE89", world.clock.instant(), new Details.FiatPayin());
        var receipt = receipts.keep(new Suspended(arrival, SuspenseReason.NO_ACCOUNT, world.clock.instant())).id();
        assertThat(portal.get("/portal/operator/suspense").body()).contains(receipt.toString(), "7.00");
        var decision = Map.of("verdict", "assign", "account", customer.account(), "evidence", "letter of the payer");

        var first = portal.submit("/portal/operator/suspense", "/portal/operator/suspense/" + receipt, decision);
        var again = portal.submit("/portal/operator/suspense", "/portal/operator/suspense/" + receipt, decision);

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(again.body()).contains("only a SUSPENDED one");
        assertThat(customer.balance("EUR")).isEqualTo("7.00 + 0.00");
        assertThat(customer.api().get("/v1/audit?action=receipt.assigned").isOk().text("/data/0/actor")).isEqualTo("operator:" + operator.name());
        world.assertThatTheBooksAddUp();
    }

    @Test
    void a_price_that_is_set_here_is_charged() throws Exception {
        var operator = onDuty();
        var customer = world.newCustomer();
        customer.deposit("100.00", "EUR");
        var decision = Map.of(
                "service", "FIAT_PAYOUT", "asset", "EUR", "fixed", "1.50", "bps", "10", "organization", customer.organization(), "decidedBy",
                "board");

        assertThat(portal.submit("/portal/operator/fees", "/portal/operator/fees", decision).statusCode()).isEqualTo(303);

        customer.payOut(customer.aFiatPayout(customer.registerBankAccount(), "20.00")).isOk();
        assertThat(customer.balance("EUR")).isEqualTo("78.48 + 21.52");
        assertThat(portal.get("/portal/operator/fees").body()).contains("1.50 and 10 bps", "board", customer.organization());
        assertThat(customer.api().get("/v1/audit?action=fee_schedule.set").isOk().text("/data/0/actor")).isEqualTo("operator:" + operator.name());
        var refused = portal.submit("/portal/operator/fees", "/portal/operator/fees", Map.of("service", "FIAT_PAYOUT", "asset", "EUR", "ends", "yes",
                "decidedBy", "board"));
        assertThat(refused.statusCode()).isEqualTo(422);
    }

    @Test
    void what_is_out_of_use_is_taken_up_again() throws Exception {
        onDuty();
        var customer = world.newCustomer();
        world.suspend(customer.account());
        var person = Person.register(world, "Locked out");
        for (int i = 0; i < 5; i++) {
            world.stranger().post("/v1/auth/login", Body.of("email", person.email(), "password", "Wr0ng&Safe!"));
        }
        var colleague = customer.api().post("/v1/api-keys", Body.of("name", "Locked")
                .with("{\"permissions\":[\"accounts:read\"],\"enabled\":true}")).isOk();
        customer.api().post("/v1/api-keys/" + colleague.text("/apiKey/apiKeyId") + "/lock").isOk();
        var page = portal.get("/portal/operator/suspended").body();
        assertThat(page).contains(customer.account(), person.email(), colleague.text("/apiKey/apiKeyId"));

        submit("/accounts", Map.of("organization", customer.organization(), "account", customer.account()));
        submit("/users", Map.of("email", person.email()));
        submit("/keys", Map.of("organization", customer.organization(), "key", colleague.text("/apiKey/apiKeyId")));

        assertThat(portal.get("/portal/operator/suspended").body())
                .doesNotContain(customer.account(), person.email(), colleague.text("/apiKey/apiKeyId"));
        customer.deposit("1.00", "EUR");
        world.stranger().post("/v1/auth/login", Body.of("email", person.email(), "password", Person.PASSWORD)).isOk();
    }

    private void submit(String form, Map<String, String> fields) throws Exception {
        var path = "/portal/operator/suspended";
        assertThat(portal.submit(path, path + form, fields).statusCode()).isEqualTo(303);
    }

    @Test
    void maintenance_begins_and_ends_here_and_leaves_this_door_open() throws Exception {
        var operator = onDuty();
        try {
            assertThat(portal.submit("/portal/operator", "/portal/operator/maintenance", Map.of("switch", "on", "seconds", "90")).statusCode())
                    .isEqualTo(303);
            Await.until("nobody is served", () -> world.stranger().get("/v1/accounts").status() == 503);
            assertThat(portal.get("/portal/operator").body()).contains("End maintenance", "90 seconds");

            portal.submit("/portal/operator", "/portal/operator/maintenance", Map.of("switch", "off"));
            Await.until("everybody is served again", () -> world.stranger().get("/v1/accounts").status() == 401);
        } finally {
            world.switchMaintenance(Optional.empty());
        }
        assertThat(portal.get("/portal/operator/records").body()).contains("maintenance.switched", "operator:" + operator.name());
    }

    @Test
    void each_page_is_accessible_and_fits_every_window() throws Exception {
        var operator = onDuty();
        var customer = world.newCustomer();
        customer.deposit("100.00", "EUR");
        customer.payOut(customer.aFiatPayout(customer.registerBankAccount(), "20.00")).isOk();
        world.suspend(customer.account());
        receipts.keep(new Suspended(
                new Arrival("bank main", "R-long", new Value.Known(eur("9.00")), "Ada", "DE89370400440532013000", world.clock.instant(),
                        new Details.FiatPayin()),
                SuspenseReason.NO_ACCOUNT,
                world.clock.instant()));
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            int width = scheme == ColorScheme.LIGHT ? WIDE : NARROW;
            try (var window = Chromium.open(world.stranger().server(), scheme, width, true)) {
                window.go("/portal/operator/login");
                window.isAccessible("operator-login");
                operator.logIn(window, OnDuty.PASSWORD, operator.nextCode());
                for (var page : List.of("", "/organizations", "/organizations/" + customer.organization(), "/fees", "/suspended", "/suspense",
                        "/records")) {
                    window.go("/portal/operator" + page);
                    assertThat(window.text()).contains(operator.name());
                    window.isAccessible("operator" + page.replaceAll("org_.*", "one").replace('/', '-'));
                }
            }
        }
    }

    @Test
    void the_keyboard_alone_logs_in_and_out() throws Exception {
        var operator = onDuty();
        try (var window = Chromium.open(world.stranger().server(), ColorScheme.LIGHT, WIDE, false)) {
            var keyboard = window.page().keyboard();
            window.go("/portal/operator/login");
            window.tab(3);
            keyboard.type(operator.name());
            window.tab(1);
            keyboard.type(OnDuty.PASSWORD);
            window.tab(1);
            keyboard.type(operator.nextCode());
            window.enter();
            assertThat(window.page().url()).endsWith("/portal/operator");
            window.tab(3);
            window.enter();
            assertThat(window.page().url()).endsWith("/portal/operator/login");
        }
    }
}
