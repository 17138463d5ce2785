package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs a program that handles errors as a vendor's documentation shows. It sends one request and reports its result; it reports waits, and
 * continues when told to.
 */
record PublishedClient(String interpreter, String program) {

    private static final Path DIRECTORY = Path.of("src/test/resources/clients");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns its reports: each wait, and finally the result. */
    List<JsonNode> send(Body request, Consumer<JsonNode> whileItWaits) {
        try {
            var process = start();
            try (var told = process.inputReader(StandardCharsets.UTF_8); var orders = process.outputWriter(StandardCharsets.UTF_8)) {
                orders.write(request + "\n");
                orders.flush();
                var all = new ArrayList<JsonNode>();
                while (all.isEmpty() || all.getLast().has("waits")) {
                    var next = next(told);
                    all.add(next);
                    if (next.has("waits")) {
                        whileItWaits.accept(next);
                        orders.write("\n");
                        orders.flush();
                    }
                }
                return all;
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start() {
        try {
            return new ProcessBuilder(interpreter, DIRECTORY.resolve(program).toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("%s must be installed to run %s".formatted(interpreter, program), e);
        }
    }

    private JsonNode next(BufferedReader told) throws IOException {
        var line = told.readLine();
        assertThat(line).as("what %s tells; its reason stands in the output of the tests", program).isNotNull();
        return JSON.readTree(line);
    }
}
