package dev.corridor.service.api;

import dev.corridor.service.documents.NodePackage;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The clients that openapi-generator makes are compiled. It takes minutes and downloads much, so only the profile {@code generators} does it. */
@MicronautTest
@EnabledIfSystemProperty(named = "corridor.generators", matches = "true")
class GeneratedClientsTest {

    @TempDir
    private Path directory;

    private final World world;

    GeneratedClientsTest(World world) {
        this.world = world;
    }

    @Test
    void typescript_fetch_is_strict_typescript() throws IOException, InterruptedException {
        var programs = generate("typescript-fetch", "--additional-properties=modelPropertyNaming=original");
        programs.run(
                Map.of(),
                "node_modules/.bin/tsc",
                "--strict",
                "--noEmit",
                "--target",
                "ES2022",
                "--module",
                "ESNext",
                "--moduleResolution",
                "bundler",
                directory.resolve("index.ts").toString());
    }

    @Test
    void java_is_compiled() throws IOException, InterruptedException {
        generate("java").run(Map.of(), "../../mvnw", "-q", "-B", "-f", directory.resolve("pom.xml").toString(), "compile");
    }

    private NodePackage generate(String generator, String... options) throws IOException, InterruptedException {
        var document = Files.writeString(directory.resolve("openapi.yaml"), world.stranger().bare("/openapi.yaml").body());
        var command = List.of(
                "node_modules/.bin/openapi-generator-cli", "generate", "-g", generator, "-i", document.toString(), "-o", directory.toString());
        var programs = NodePackage.in("clients/api/generators");
        programs.run(Map.of(), Stream.concat(command.stream(), Stream.of(options)).toArray(String[]::new));
        return programs;
    }
}
