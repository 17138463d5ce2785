package dev.corridor.service.api;

import dev.corridor.service.documents.NodePackage;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What programs from npm say of the OpenAPI and AsyncAPI documents. {@code clients/api/package.json} has their versions; their rules stand beside it. */
@MicronautTest
class ApiLintTest {

    private static final Map<String, String> WITHOUT_TELEMETRY = Map.of("REDOCLY_TELEMETRY", "off");

    private final World world;
    private final NodePackage programs;

    ApiLintTest(World world) throws IOException, InterruptedException {
        this.world = world;
        this.programs = NodePackage.in("clients/api");
    }

    @Test
    void redocly_finds_nothing() throws IOException, InterruptedException {
        programs.run(WITHOUT_TELEMETRY, "node_modules/.bin/redocly", "lint", "--config", "redocly.yaml", served("openapi.yaml"));
    }

    @Test
    void spectral_finds_nothing() throws IOException, InterruptedException {
        programs.run(
                Map.of(), "node_modules/.bin/spectral", "lint", "--ruleset", "spectral.yaml", "--fail-severity", "hint", served("openapi.yaml"));
    }

    @Test
    void the_parser_of_asyncapi_finds_nothing() throws IOException, InterruptedException {
        programs.run(Map.of(), "node", "asyncapi.mjs", served("asyncapi.yaml"));
    }

    private String served(String name) throws IOException {
        var document = Path.of("target", name).toAbsolutePath();
        Files.writeString(document, world.stranger().bare("/" + name).body());
        return document.toString();
    }
}
