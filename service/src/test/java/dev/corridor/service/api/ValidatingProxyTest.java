package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.FirstPayment;
import dev.corridor.service.Await;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * The Java client makes a first payment through Prism, which compares each request and each answer with the document, and answers 500 in place of what
 * does not fit. It downloads much, so only the profile {@code generators} does it.
 */
@MicronautTest
@EnabledIfSystemProperty(named = "corridor.generators", matches = "true")
class ValidatingProxyTest {

    private static final String PRISM = "@stoplight/prism-cli@5.14.2";
    private static final String IS_READY = "Prism is listening";

    @TempDir
    private Path directory;

    private final World world;
    private final Customer acme;

    ValidatingProxyTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @Test
    void every_request_and_answer_of_the_java_client_is_as_the_document_says() throws Exception {
        run(Map.of(), "npm", "install", "--no-audit", "--no-fund", "--prefix", directory.toString(), PRISM);
        var document = Files.writeString(directory.resolve("openapi.yaml"), asPrismReadsIt(world.stranger().bare("/openapi.yaml").body()));
        int port = freePort();
        var log = directory.resolve("prism.log");
        var prism = new ProcessBuilder(
                directory.resolve("node_modules/.bin/prism").toString(), "proxy", document.toString(), world.stranger().server().toString(),
                "--errors", "--port", Integer.toString(port)).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            Await.until("Prism has read the document", () -> read(log).contains(IS_READY));

            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var environment = Map.of("CORRIDOR", "http://127.0.0.1:" + port, "KEY", acme.key(), "ACCOUNT", acme.account());
            var printed = run(environment, java, "-cp", System.getProperty("java.class.path"), FirstPayment.class.getName());

            assertThat(printed.lines()).startsWith("9997.000000 USDC").endsWith("LOCKED", "COMPLETED");
            assertThat(read(log)).contains("/execute").doesNotContain("VIOLATIONS");
        } finally {
            prism.destroy();
            prism.waitFor();
        }
    }

    /** Prism takes problem+json for JSON and compares it with the first of both, so failures are left in the form that the client asks for. */
    private static String asPrismReadsIt(String yaml) {
        var document = new Yaml().load(yaml);
        keepProblems(document);
        return new Yaml().dump(document);
    }

    private static void keepProblems(Object node) {
        if (node instanceof Map<?, ?> members) {
            if (members.containsKey("application/problem+json")) {
                members.remove("application/json");
            }
            members.values().forEach(ValidatingProxyTest::keepProblems);
        } else if (node instanceof List<?> items) {
            items.forEach(ValidatingProxyTest::keepProblems);
        }
    }

    private String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as("%s\n%s", List.of(command), output).isZero();
        return output;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
