package dev.corridor.http.edge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.problem.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The page of each contract has the codes that its dialect really tells. The standard, RFC 9457, needs no page of ours. */
class ContractPagesTest {

    private static final Path PAGES = Path.of("../docs/contracts");

    private static final String TABLE_HEAD = """
            | Corridor | status | code |
            |---|---|---|
            """;

    private final Dialects dialects = new Dialects(DialectSettings.STANDARD);

    /** Run with {@code -Dcorridor.rewrite=true} to write the tables anew. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PROBLEM_JSON")
    void the_page_says_what_the_dialect_tells(DialectName name) throws IOException {
        var file = PAGES.resolve(name + ".md");
        var page = Files.readString(file);
        int begin = page.indexOf(TABLE_HEAD);
        var expected = page.substring(0, begin) + TABLE_HEAD
                + Stream.of(ErrorCode.values()).map(code -> row(code, dialects.placesOf(code).get(name))).collect(Collectors.joining());
        if (Boolean.getBoolean("corridor.rewrite")) {
            Files.writeString(file, expected);
        }

        assertThat(Files.readString(file)).isEqualTo(expected);
    }

    private static String row(ErrorCode code, Place place) {
        return "| `%s` | %d | %s |\n".formatted(code, place.status(), place.code().isEmpty() ? "none" : "`" + place.code() + "`");
    }
}
