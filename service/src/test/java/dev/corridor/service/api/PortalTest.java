package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.corridor.service.api.Chromium.Window;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The portal in a real browser. */
@MicronautTest
class PortalTest {

    private static final int WIDE = 1440;
    private static final int NARROW = 360;

    private final World world;

    PortalTest(World world) {
        this.world = world;
    }

    private Window window() {
        return window(ColorScheme.LIGHT, WIDE, true);
    }

    private Window window(ColorScheme scheme, int width, boolean runsScripts) {
        return Chromium.open(world.stranger().server(), scheme, width, runsScripts);
    }

    /** Someone whose organization has seen some of everything. */
    private Person anOldHand() {
        var person = Person.register(world, "Acme");
        var customer = person.customer();
        customer.deposit("25000.00", "USD");
        customer.deposit("1250.50", "EUR");
        customer.execute(customer.quote("10000.00")).isOk();
        var wallet = customer.registerWallet();
        customer.payOut(customer.aCryptoPayout(wallet, "500.000000").with("reference", "INV-2025-7")).isOk();
        customer.payOut(customer.aFiatPayout(customer.registerBankAccount(), "20.00")).isOk();
        world.clock.advance(Duration.ofMinutes(1));
        return person;
    }

    /** Axe sees each scheme and each width once. */
    @TestFactory
    Stream<DynamicTest> each_page_is_accessible_and_fits_every_window() {
        var person = anOldHand();
        var newcomer = Person.register(world, "Newcomer");
        return Stream.of(
                each(person, newcomer, ColorScheme.LIGHT, WIDE, Window::isAccessible),
                each(person, newcomer, ColorScheme.DARK, NARROW, Window::isAccessible),
                each(person, newcomer, ColorScheme.LIGHT, NARROW, Window::fits),
                each(person, newcomer, ColorScheme.DARK, WIDE, Window::fits));
    }

    private DynamicTest each(Person person, Person newcomer, ColorScheme scheme, int width, BiConsumer<Window, String> check) {
        return DynamicTest.dynamicTest(scheme + " " + width, () -> {
            try (var window = window(scheme, width, true)) {
                window.go("/portal/login");
                check.accept(window, "login");
                window.go("/portal/nowhere");
                check.accept(window, "failed");
                person.logIn(window);
                for (var page : PortalPages.of(person).entrySet()) {
                    window.go(page.getValue());
                    check.accept(window, page.getKey());
                }
            }
            try (var window = window(scheme, width, true)) {
                newcomer.logIn(window);
                check.accept(window, "home-of-newcomer");
            }
        });
    }

    @Test
    void a_login_without_scripts_shows_what_the_organization_has_and_a_logout_ends_it() {
        var person = anOldHand();
        try (var window = window(ColorScheme.LIGHT, WIDE, false)) {
            window.go("/portal");
            assertThat(window.page().url()).endsWith("/portal/login");

            person.logIn(window);

            assertThat(window.text()).contains("Acme", person.email(), "15,000.00", "1,230.50", "INV-2025-7", "Locked");
            window.press("Log out");
            assertThat(window.page().url()).endsWith("/portal/login");
            window.go("/portal");
            assertThat(window.page().url()).endsWith("/portal/login");
        }
    }

    @Test
    void a_wrong_password_is_refused_with_what_to_do() {
        var person = Person.register(world, "Acme");
        try (var window = window()) {
            window.go("/portal/login");
            window.fill("E-mail address", person.email());
            window.fill("Password", "Wr0ng&Safe!");
            window.press("Log in");

            assertThat(window.page().getByRole(AriaRole.ALERT).innerText())
                    .contains("invalid_credentials", "No money moved", "What to do");
            assertThat(window.page().getByLabel("E-mail address").inputValue()).isEqualTo(person.email());
            window.isAccessible("login-refused");
        }
    }

    @Test
    void the_browser_finds_no_fault_with_the_policy_of_pages() {
        var person = anOldHand();
        try (var window = window()) {
            person.logIn(window);
            window.page().waitForResponse(response -> response.url().endsWith("/portal/now"), () -> {
                window.page().evaluate("htmx.ajax('GET', '/portal/now', {target: '#now', swap: 'outerHTML'})");
            });

            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void markup_in_names_is_shown_as_it_is() {
        var person = Person.register(world, "<b id=bold>Acme</b><script>document.title='gone'</script>");
        var customer = person.customer();
        customer.deposit("10.00", "EUR");
        customer.payOut(customer.aFiatPayout(customer.registerBankAccount(), "1.00").with("reference", "<img src=x onerror=alert(1)>")).isOk();
        try (var window = window()) {
            person.logIn(window);

            assertThat(window.text()).contains("<b id=bold>Acme</b><script>", "<img src=x onerror=alert(1)>");
            assertThat(window.page().locator("#bold").count()).isZero();
            assertThat(window.page().title()).isEqualTo("Home - Corridor");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void the_keyboard_alone_logs_in_and_out() {
        var person = Person.register(world, "Acme");
        try (var window = window()) {
            var keyboard = window.page().keyboard();
            window.go("/portal/login");
            window.tab(3);
            keyboard.type(person.email());
            window.tab(1);
            keyboard.type(Person.PASSWORD);
            window.enter();
            assertThat(window.page().url()).endsWith("/portal");
            window.tab(3);
            window.enter();
            assertThat(window.page().url()).endsWith("/portal/login");
        }
    }
}
