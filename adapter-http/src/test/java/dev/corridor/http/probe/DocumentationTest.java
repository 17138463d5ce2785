package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@MicronautTest
class DocumentationTest {

    private static final Pattern REFERENCE = Pattern.compile("(?:src|href|url)(?:=|: )\"([^\"]+)\"");

    private final Wire wire;

    DocumentationTest(EmbeddedServer server) {
        this.wire = new Wire(server);
    }

    @Test
    void the_reference_and_all_that_it_loads_come_from_here() {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<String>();
        open.add("/docs");
        while (!open.isEmpty()) {
            var path = open.remove();
            var answer = wire.get(path, "Accept: text/html");
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body()).isNotEmpty();
            if (!seen.add(path) || path.contains("swagger-ui") || path.endsWith(".yaml")) {
                continue;
            }
            REFERENCE.matcher(answer.body()).results().map(reference -> reference.group(1)).forEach(open::add);
        }

        assertThat(seen).containsExactlyInAnyOrder(
                "/docs", "/docs/favicon-32x32.png", "/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js", "/docs/docs.js", "/openapi.yaml");
    }

    @Test
    void each_part_has_its_media_type() {
        assertThat(wire.get("/docs").headers().get("content-type")).isEqualTo("text/html");
        assertThat(wire.get("/docs/docs.js").headers().get("content-type")).isEqualTo("text/javascript");
        assertThat(wire.get("/docs/swagger-ui.css").headers().get("content-type")).isEqualTo("text/css");
        assertThat(wire.get("/openapi.yaml").headers().get("content-type")).isEqualTo("application/yaml");
        assertThat(wire.get("/asyncapi.yaml").headers().get("content-type")).isEqualTo("application/yaml");
    }

    @Test
    void the_browser_is_told_to_ask_nobody_else() {
        assertThat(wire.get("/docs").headers().get("content-security-policy")).startsWith("default-src 'self';");
    }

    @Test
    void nothing_else_is_served() {
        wire.get("/docs/index.html").isError(404, "not_found");
        wire.get("/docs/..%2f..%2fdocs.html").isError(404, "not_found");
    }
}
