package dev.corridor.service;

import com.fasterxml.jackson.core.JsonFactory;
import dev.corridor.persistence.books.BooksVerifier;
import dev.corridor.persistence.books.Difference;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Checks the books of a database, whether its service runs or not, and prints what does not add up: one JSON object a line. */
final class VerifyBooksCommand implements Command {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String name() {
        return "verify-books";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public String summary() {
        return "checks that the books add up; fails if they do not";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var differences = new AtomicLong();
        try (var database = ServiceDatabase.attach(settings)) {
            new BooksVerifier(database.owner()).verify(difference -> {
                differences.incrementAndGet();
                output.println(json(difference));
            });
        }
        return differences.get() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String json(Difference difference) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("check", difference.check());
            for (var fact : difference.facts().entrySet()) {
                json.writeStringField(fact.getKey(), fact.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
