package dev.corridor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.corridor.domain.error.BusinessError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody adds an error that clients are not told of, or that no test has met. That a code is the name of its record is another rule. */
class CorridorErrorsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern FIRST_COLUMN = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");

    /** The edge's own: no rule of the business raises it. */
    private static final String INTERNAL_ERROR = "internal_error";

    private final List<String> errors = new ClassFileImporter()
            .importPackages("dev.corridor.domain").stream()
                    .filter(type -> type.isRecord() && type.isAssignableTo(BusinessError.class))
                    .map(JavaClass::getSimpleName)
                    .toList();

    @Test
    void every_error_is_documented_and_every_documented_error_exists() throws IOException {
        var documented = FIRST_COLUMN.matcher(Files.readString(ROOT.resolve("docs/errors.md")))
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
        var existing = Stream.concat(errors.stream().map(CorridorErrorsTest::code), Stream.of(INTERNAL_ERROR)).toList();

        assertThat(documented).containsExactlyInAnyOrderElementsOf(existing);
    }

    @Test
    void every_error_is_met_by_a_test_over_http() throws IOException {
        var sources = testSourcesOf("service");

        assertThat(errors.stream().map(CorridorErrorsTest::code))
                .allSatisfy(code -> assertThat(sources).as(code).anyMatch(source -> source.contains(code)));
    }

    private static Set<String> testSourcesOf(String module) throws IOException {
        try (var files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(CorridorErrorsTest::read)
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String code(String name) {
        return name.replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
