package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class WelcomeTest {

    private final Wire wire;

    WelcomeTest(EmbeddedServer server) {
        this.wire = new Wire(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept: application/json", "Accept: */*", "Accept: text/html;q=0.5, application/json", "X-Nothing: 1"})
    void programs_get_what_this_is_and_where_the_rest_of_it_is(String header) {
        var answer = wire.get("/", header);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "application/json").containsEntry("vary", "Accept");
        assertThat(answer.body())
                .startsWith("{\"name\":\"Corridor\",\"description\":\"An open payments backend")
                .endsWith("\"links\":{\"docs\":\"/docs\",\"guide\":\"/guide\",\"errors\":\"/errors\",\"catalogue\":\"/v1/errors\","
                        + "\"openapi\":\"/openapi.yaml\",\"asyncapi\":\"/asyncapi.yaml\",\"health\":\"/health\"}}");
    }

    @Test
    void people_get_a_page() {
        var answer = wire.get("/", "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

        assertThat(answer.headers()).containsEntry("content-type", "text/html;charset=utf-8");
        assertThat(answer.headers().get("content-security-policy")).startsWith("default-src 'none';");
        assertThat(answer.body()).contains("<title>Welcome - Corridor</title>", "<a href=\"/docs\">The reference</a>").doesNotContain("/portal");
    }

    @Test
    void the_guide_is_shown_as_it_is_written() {
        var answer = wire.get("/guide");

        assertThat(answer.headers()).containsEntry("content-type", "text/plain;charset=utf-8");
        assertThat(answer.body()).startsWith("# Integrate in an hour\n");
    }
}
