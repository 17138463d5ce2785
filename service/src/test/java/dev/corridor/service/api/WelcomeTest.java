package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a newcomer sees of the whole service: the front door, and the reference of the API. */
@MicronautTest
class WelcomeTest {

    /** The reference is a megabyte, which the browser reads on a busy machine. */
    private static final int PATIENCE_MILLIS = 180_000;

    private final World world;

    WelcomeTest(World world) {
        this.world = world;
    }

    @Test
    void each_link_of_the_front_door_leads_somewhere() throws IOException {
        var links = new ObjectMapper().readTree(world.stranger().bare("/").body()).path("links");

        assertThat(links.fieldNames()).toIterable().contains("portal", "docs", "guide", "errors", "health");
        assertThat(links).allSatisfy(link -> assertThat(world.stranger().bare(link.asText()).statusCode()).as(link.asText()).isIn(200, 303));
    }

    @Test
    void the_front_door_is_accessible_in_light_and_dark_narrow_and_wide() {
        for (var scheme : new ColorScheme[]{ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[]{360, 1280}) {
                try (var window = Chromium.open(world.stranger().server(), scheme, width, true)) {
                    window.go("/");
                    window.isAccessible("welcome");
                }
            }
        }
    }

    @Test
    void the_reference_is_in_the_order_of_the_story_and_its_failures_are_folded() {
        try (var window = Chromium.open(world.stranger().server(), ColorScheme.LIGHT, 1280, true)) {
            window.go("/docs#/Quotes/createQuote");
            var operation = window.page().locator("#operations-Quotes-createQuote");
            operation.locator("details").first().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));

            var tags = window.page().locator("h3.opblock-tag").allInnerTexts().stream().map(tag -> tag.lines().findFirst().orElseThrow().strip())
                    .toList();
            assertThat(tags).startsWith("Accounts", "Sandbox", "Quotes", "Beneficiaries", "Fees", "Transactions");
            assertThat(operation.locator("details summary").allInnerTexts()).hasSizeGreaterThan(5).allMatch(text -> !text.isBlank());
            assertThat(operation.locator("details[open]").count()).isZero();
            assertThat(window.complaints()).isEmpty();
        }
    }
}
