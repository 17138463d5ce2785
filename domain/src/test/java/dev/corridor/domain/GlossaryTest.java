package dev.corridor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The glossary has one line per word, and each public type of the domain on one of them. */
class GlossaryTest {

    private static final Path GLOSSARY = Path.of("..", "docs", "glossary.md");
    private static final Path SOURCES = Path.of("src", "main", "java");

    private static final Pattern ROW = Pattern.compile("^\\| (?!word )([^|]+) \\| [^|]+ \\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("`(\\w+)`");
    private static final Pattern PUBLIC = Pattern.compile("^public ", Pattern.MULTILINE);

    private final List<MatchResult> rows = ROW.matcher(read(GLOSSARY)).results().toList();

    @Test
    void a_word_has_one_line() {
        assertThat(rows).extracting(row -> row.group(1)).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void each_public_type_stands_on_one_line() throws IOException {
        var named = rows.stream()
                .flatMap(row -> TYPE.matcher(row.group(2)).results())
                .map(type -> type.group(1))
                .toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(publicTypes());
    }

    private static List<String> publicTypes() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> PUBLIC.matcher(read(file)).find())
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
