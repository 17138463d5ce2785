package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.documents.NodePackage;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clients that openapi-generator makes of the document are compiled, and make a first payment. It takes minutes and downloads much, so only the
 * profile {@code generators} does it.
 */
@MicronautTest
@EnabledIfSystemProperty(named = "corridor.generators", matches = "true")
class GeneratedClientsTest {

    private static final Path GENERATOR = Path.of("target", "generators", "openapi-generator-cli.jar");
    private static final Path STORIES = Path.of("src", "test", "resources", "clients", "generated");
    private static final String EXEC = "org.codehaus.mojo:exec-maven-plugin:3.5.0:java";

    @TempDir
    private Path directory;

    private final World world;
    private final Customer acme;

    GeneratedClientsTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @Test
    void typescript_fetch_makes_a_first_payment() throws IOException, InterruptedException {
        generate("typescript-fetch", "--additional-properties=modelPropertyNaming=original");
        var story = Files.copy(STORIES.resolve("first-payment.ts"), directory.resolve("first-payment.ts"));
        var typescript = NodePackage.in("clients/typescript");
        var types = typescript.directory().resolve("node_modules/@types").toAbsolutePath().normalize().toString();
        typescript.run(
                Map.of(),
                "node_modules/.bin/tsc",
                "--strict",
                "--target",
                "ES2022",
                "--module",
                "commonjs",
                "--moduleResolution",
                "node10",
                "--typeRoots",
                types,
                "--types",
                "node",
                "--outDir",
                directory.resolve("dist").toString(),
                story.toString());

        assertThatItGoesAsTold(run("node", directory.resolve("dist/first-payment.js").toString()));
    }

    @Test
    void java_makes_a_first_payment() throws IOException, InterruptedException {
        generate("java");
        Files.copy(STORIES.resolve("FirstPayment.java"), directory.resolve("src/main/java/FirstPayment.java"));

        assertThatItGoesAsTold(run(
                "../mvnw", "-q", "-B", "-f", directory.resolve("pom.xml").toString(), "compile", EXEC, "-Dexec.mainClass=FirstPayment"));
    }

    private static void assertThatItGoesAsTold(String printed) {
        assertThat(printed.lines().filter(line -> !line.startsWith("WARNING"))).containsExactly(
                "9997.000000 USDC", "409 quote_already_used", "LOCKED", Customer.AN_ADDRESS, "0 endpoints");
    }

    private void generate(String generator, String... options) throws IOException, InterruptedException {
        var document = Files.writeString(directory.resolve("openapi.yaml"), world.stranger().bare("/openapi.yaml").body());
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java, "-jar", GENERATOR.toString(), "generate", "-g", generator, "-i", document.toString(), "-o", directory.toString()));
        command.addAll(List.of(options));
        run(command.toArray(String[]::new));
    }

    private String run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("CORRIDOR", world.stranger().server().toString(), "KEY", acme.key(), "ACCOUNT", acme.account()));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as("%s\n%s", List.of(command), output).isZero();
        return output;
    }
}
