package dev.corridor.http.edge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.problem.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/errors.md has the codes that each dialect sends. RFC 9457 needs no column: it has the canonical ones. */
class ErrorContractsTest {

    private static final Path REFERENCE = Path.of("../docs/errors.md");

    private static final String TABLE_HEAD = """
            | code | nxos | nexusglass | nexgent | nexpay | tickdb |
            |---|---|---|---|---|---|
            """;

    private final Dialects dialects = new Dialects(DialectSettings.STANDARD, (code, dialect) -> {}, Optional.empty());

    /** {@code -Dcorridor.rewrite=true} rewrites the table. */
    @Test
    void the_reference_says_what_each_dialect_tells() throws IOException {
        var reference = Files.readString(REFERENCE);
        int begin = reference.indexOf(TABLE_HEAD);
        var rest = reference.substring(reference.indexOf("\n\n", begin) + 1);
        var table = Stream.of(ErrorCode.values()).map(this::row).collect(Collectors.joining());
        var expected = reference.substring(0, begin) + TABLE_HEAD + table + rest;
        if (Boolean.getBoolean("corridor.rewrite")) {
            Files.writeString(REFERENCE, expected);
        }

        assertThat(Files.readString(REFERENCE)).isEqualTo(expected);
    }

    private String row(ErrorCode code) {
        return dialects.placesOf(code).entrySet().stream()
                .filter(place -> place.getKey() != DialectName.PROBLEM_JSON)
                .map(Map.Entry::getValue)
                .map(place -> place.status() + (place.code().isEmpty() ? " none" : " `" + place.code() + "`"))
                .collect(Collectors.joining(" | ", "| `" + code + "` | ", " |\n"));
    }
}
