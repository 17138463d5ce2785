package dev.corridor.http.edge.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.problem.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestCheckTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DOCUMENT = ROOT.resolve("docs/order-of-checks.md");

    private static final String TABLE_HEAD = """
            | # | of | what is checked | code | where |
            |---|---|---|---|---|
            """;

    /** {@code -Dcorridor.rewrite=true} rewrites the table. */
    @Test
    void the_document_has_the_checks_in_their_order() throws IOException {
        var document = Files.readString(DOCUMENT);
        int begin = document.indexOf(TABLE_HEAD);
        var rest = document.substring(document.indexOf("\n\n", begin) + 1);
        var table = Stream.of(RequestCheck.values()).map(RequestCheckTest::row).collect(Collectors.joining());
        var expected = document.substring(0, begin) + TABLE_HEAD + table + rest;
        if (Boolean.getBoolean("corridor.rewrite")) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void the_place_of_a_check_is_a_class(RequestCheck check) throws IOException {
        var source = check.place().split("\\.")[0] + ".java";

        try (var files = Files.find(ROOT, 20, (file, attributes) -> file.endsWith(source) && file.toString().contains("src/main"))) {
            assertThat(files).as(source).hasSize(1);
        }
    }

    private static String row(RequestCheck check) {
        var codes = check.refusals().stream().map(refusal -> "`" + ErrorCode.of(refusal) + "`").collect(Collectors.joining(", "));
        return "| %d | %s | %s | %s | `%s` |\n".formatted(
                check.ordinal() + 1, check.credential().name().toLowerCase(Locale.ROOT), check.condition(), codes, check.place());
    }
}
