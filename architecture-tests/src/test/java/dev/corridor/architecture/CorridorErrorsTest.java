package dev.corridor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.http.edge.problem.Detail;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Retry;
import dev.corridor.http.edge.trigger.SandboxWay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody adds an error that clients are not told of, or that no test has met. That a code is the name of its record is another rule. */
class CorridorErrorsTest {

    private static final Path ROOT = Path.of("..");

    private static final String TABLE_HEAD = """
            | code | status | what it means | what to do | outcome | retry | details |
            |---|---|---|---|---|---|---|
            """;

    private static final String DRILLS_HEAD = """
            | code | in the sandbox | `Corridor-Sandbox-Trigger` |
            |---|---|---|
            """;

    private final List<Class<?>> errors = new ClassFileImporter()
            .importPackages("dev.corridor.domain").stream()
                    .filter(type -> type.isRecord() && type.isAssignableTo(BusinessError.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    @Test
    void every_error_is_in_the_catalogue() {
        var catalogue = Stream.of(ErrorCode.values()).<Class<?>>flatMap(code -> code.error().stream());

        assertThat(catalogue).containsExactlyInAnyOrderElementsOf(errors);
    }

    @Test
    void the_catalogue_has_the_code_of_each_error() {
        assertThat(codesOfErrors()).allSatisfy(code -> assertThat(code.toString()).isEqualTo(code(code.error().orElseThrow())));
    }

    @Test
    void the_catalogue_has_every_component_of_an_error_among_its_details() {
        assertThat(codesOfErrors()).allSatisfy(code -> assertThat(code.details()).extracting(Detail::name).containsAll(components(code)));
    }

    @Test
    void the_catalogue_says_everything_about_a_code() {
        assertThat(ErrorCode.values()).allSatisfy(code -> {
            assertThat(List.of(code.title(), code.meaning(), code.advice())).doesNotContain("");
            assertThat(code.meaning()).endsWith(".");
            assertThat(code.consequence()).isNotNull();
            assertThat(code.waitSeconds() > 0).isEqualTo(code.consequence().retry() == Retry.AFTER);
        });
    }

    @Test
    void the_document_says_what_the_catalogue_says() throws IOException {
        assertThatTheDocumentHas(TABLE_HEAD, CorridorErrorsTest::row);
    }

    @Test
    void the_document_says_how_each_code_is_met_in_the_sandbox() throws IOException {
        assertThatTheDocumentHas(DRILLS_HEAD, CorridorErrorsTest::drill);
    }

    /** Run with {@code -Dcorridor.rewrite=true} to write the table anew. */
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
                code.category().status(),
                code.meaning(),
                code.advice(),
                code.consequence().outcome(),
                code.consequence().retry(),
                details);
    }

    private static String drill(ErrorCode code) {
        var drill = SandboxWay.of(code);
        return "| `%s` | %s | %s |\n".formatted(code, drill.way(), drill.trigger().map(trigger -> "`" + trigger + "`").orElse(""));
    }

    private static Stream<ErrorCode> codesOfErrors() {
        return Stream.of(ErrorCode.values()).filter(code -> code.error().isPresent());
    }

    private static List<String> components(ErrorCode code) {
        return Stream.of(code.error().orElseThrow().getRecordComponents()).map(RecordComponent::getName).toList();
    }

    private static String code(Class<?> error) {
        return error.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
