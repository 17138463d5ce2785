package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;

/** Where real money is. */
@MicronautTest
@Property(name = ServiceUnderTest.ENVIRONMENT, value = "live")
class PortalLiveTest {

    private final World world;

    PortalLiveTest(World world) {
        this.world = world;
    }

    @Test
    void cookies_travel_over_tls_alone_and_no_other_host_sets_them() throws Exception {
        var page = new PortalClient(world.stranger().server()).get("/portal/login");

        assertThat(page.headers().allValues("Set-Cookie")).singleElement().asString()
                .startsWith("__Host-corridor-form=")
                .contains("Secure", "SameSite=Strict", "Path=/")
                .containsIgnoringCase("HttpOnly");
        assertThat(page.body()).doesNotContain("Sandbox", "./corridor serve");
    }
}
