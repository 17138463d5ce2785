package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.dialect.DialectName;
import dev.corridor.service.api.Refusals.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A refusal in every dialect, compared with a golden file: status, headers of failures and body, with ids and times masked.
 * {@code -Dcorridor.rewrite=true} rewrites the files; review the difference line by line.
 */
final class Golden {

    private static final Path DIRECTORY = Path.of("src/test/resources/golden");
    private static final List<String> HEADERS = List.of("Content-Type", "Content-Language", "Corridor-Code", "Corridor-Outcome", "Corridor-Retry",
            "Retry-After");

    private final Refusal refusal;
    private final Map<DialectName, Answer> answers;

    private Golden(Refusal refusal, Map<DialectName, Answer> answers) {
        this.refusal = refusal;
        this.answers = answers;
    }

    /** Sends the request in every dialect. */
    static Golden of(Refusal refusal) {
        var answers = new EnumMap<DialectName, Answer>(DialectName.class);
        Arrays.stream(DialectName.values()).forEach(name -> answers.put(name, refusal.in(name.toString())));
        return new Golden(refusal, answers);
    }

    /** The same failure with the same meaning in every contract. */
    void isTheSameInEveryDialect() {
        assertThat(answers.values()).extracting(Answer::code).containsOnly(refusal.code());
        assertThat(answers.values().stream().map(answer -> answer.outcome() + ", " + answer.retry()).distinct()).hasSize(1);
    }

    void isAsKept() {
        isAsKept(
                refusal.name(),
                answers.entrySet().stream().map(answer -> text(answer.getKey(), answer.getValue())).collect(Collectors.joining("\n")));
    }

    /** @param text with variable parts {@linkplain #masked masked} */
    static void isAsKept(String name, String text) {
        var file = DIRECTORY.resolve(name.replace(' ', '-') + ".txt");
        try {
            if (Boolean.getBoolean("corridor.rewrite")) {
                Files.writeString(file, text);
            }
            assertThat(text).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(DialectName name, Answer answer) {
        var head = HEADERS.stream()
                .flatMap(header -> Optional.of(answer.header(header)).filter(value -> !value.isEmpty()).stream().map(value -> header + ": " + value))
                .collect(Collectors.joining("\n"));
        return "# %s\n%d\n%s\n\n%s\n".formatted(name, answer.status(), head, masked(answer.body()));
    }

    static String masked(String body) {
        return body.replaceAll("req_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "req_<uuid>")
                .replaceAll("\\b(req|org|acct|bene|quote|txn|key|conn)_[0-9a-f]{32}", "$1_<hex>")
                .replaceAll("\"[0-9a-f]{32}\"", "\"<hex>\"")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z", "<time>");
    }
}
