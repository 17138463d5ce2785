package dev.corridor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Declaration;
import dev.corridor.http.edge.problem.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every error is documented and met by a test. Another rule derives its code from the record's name. */
class CorridorErrorsTest {

    private static final Path ROOT = Path.of("..");

    private static final String TABLE_HEAD = """
            | code | status | what it means | what to do | outcome | retry | details |
            |---|---|---|---|---|---|---|
            """;

    private static final String SANDBOX_HEAD = """
            | code | in the sandbox | `Corridor-Sandbox-Trigger` |
            |---|---|---|
            """;

    private final List<Class<? extends BusinessError>> errors = new ClassFileImporter()
            .importPackages("dev.corridor.domain").stream()
            .filter(type -> type.isRecord() && type.isAssignableTo(BusinessError.class))
            .<Class<? extends BusinessError>>map(type -> type.reflect().asSubclass(BusinessError.class))
            .toList();

    @Test
    void every_error_is_in_the_catalogue_under_its_own_name() {
        assertThat(errors.stream().map(ErrorCode::of))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(ErrorCode.INTERNAL_ERROR)));
        assertThat(ErrorCode.values()).allSatisfy(code -> assertThat(code.name()).isEqualToIgnoringCase(code.toString()));
    }

    @Test
    void every_error_says_everything_about_itself() {
        assertThat(ErrorCode.values()).extracting(ErrorCode::declaration).allSatisfy(declared -> {
            assertThat(List.of(declared.title(), declared.meaning(), declared.advice())).doesNotContain("");
            assertThat(declared.meaning()).endsWith(".");
        });
        assertThat(errors).allSatisfy(error -> assertThat(Declaration.of(error).message().isEmpty()).isEqualTo(hasMessageOfItsOwn(error)));
    }

    private static boolean hasMessageOfItsOwn(Class<?> error) {
        return Stream.of(error.getDeclaredMethods()).anyMatch(method -> method.getName().equals("message"));
    }

    @Test
    void the_document_says_what_the_catalogue_says() throws IOException {
        assertThatTheDocumentHas(TABLE_HEAD, CorridorErrorsTest::row);
    }

    @Test
    void the_document_says_how_each_code_is_met_in_the_sandbox() throws IOException {
        assertThatTheDocumentHas(SANDBOX_HEAD, CorridorErrorsTest::sandboxWay);
    }

    /** {@code -Dcorridor.rewrite=true} rewrites the table. */
    private static void assertThatTheDocumentHas(String head, Function<ErrorCode, String> row) throws IOException {
        var file = ROOT.resolve("docs/errors.md");
        var document = Files.readString(file);
        int begin = document.indexOf(head);
        int end = document.indexOf("\n\n", begin);
        var rest = end < 0 ? "" : document.substring(end + 1);
        var expected = document.substring(0, begin) + head + Stream.of(ErrorCode.values()).map(row).collect(Collectors.joining()) + rest;
        if (Boolean.getBoolean("corridor.rewrite")) {
            Files.writeString(file, expected);
        }

        assertThat(Files.readString(file)).isEqualTo(expected);
    }

    @Test
    void every_error_is_met_by_a_test_over_http() throws IOException {
        var sources = testSourcesOf("service");

        assertThat(ErrorCode.values())
                .allSatisfy(code -> assertThat(sources).as(code.toString()).anyMatch(source -> source.contains(code.toString())));
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

    private static String row(ErrorCode code) {
        var details = code.details().stream().map(detail -> "`" + detail.name() + "`").collect(Collectors.joining(", "));
        return "| `%s` | %d | %s | %s | `%s` | `%s` | %s |\n".formatted(
                code,
                code.status(),
                code.declaration().meaning(),
                code.declaration().advice(),
                code.declaration().consequence().outcome(),
                code.declaration().consequence().retry(),
                details);
    }

    private static String sandboxWay(ErrorCode code) {
        var way = code.sandboxWay();
        return "| `%s` | %s | %s |\n".formatted(code, way.text(), way.onDemand() ? "`" + code + "`" : "");
    }
}
