package dev.corridor.service.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.service.settings.Setting;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Run with {@code -Dcorridor.rewrite=true} to write the table of settings and the programs anew. */
class DocumentsTest {

    private static final Pattern CODE_ROW = Pattern.compile("^\\| `.*?` \\| \\d+ \\|", Pattern.MULTILINE);

    @Test
    void the_configuration_page_has_every_setting_as_it_is() {
        var page = Document.named("docs/configuration.md");
        var rows = Stream.of(Setting.values()).map(DocumentsTest::row).collect(Collectors.joining());
        var table = "| variable | default | meaning |\n|---|---|---|\n" + rows;
        page.rewrite("settings: begin", "settings: end", table);

        assertThat(page.between("settings: begin", "settings: end")).isEqualTo(table);
    }

    @Test
    void the_readmes_table_of_codes_is_part_of_the_catalogue_in_the_same_order() {
        var readme = Document.named("README.md");
        var rows = CODE_ROW.matcher(readme.between("codes: begin", "codes: end")).results().map(MatchResult::group).toList();
        var catalogue = Stream.of(ErrorCode.values()).map(code -> "| `%s` | %d |".formatted(code, code.status())).toList();

        assertThat(rows).isNotEmpty().isSubsetOf(catalogue).isSortedAccordingTo(Comparator.comparingInt(catalogue::indexOf));
    }

    @ParameterizedTest
    @CsvSource({
        "docs/embed.md, EmbeddingTheDomain, domain/src/test/java/com/example",
        "docs/embed.md, EmbeddingTheUseCases, adapter-memory/src/test/java/com/example",
        "docs/rules.md, YourArchitectureTest, architecture-tests/src/test/java/com/example"
    })
    void the_examples_are_programs_that_are_compiled_and_run(String document, String name, String directory) {
        var page = Document.named(document);
        var program = Document.named(directory + "/" + name + ".java").text();
        page.rewrite("snippet: " + name, "snippet: end", program);

        assertThat(page.between("snippet: " + name, "snippet: end")).isEqualTo(program);
    }

    private static String row(Setting setting) {
        var defaultValue = setting.defaultValue().isEmpty() ? "" : "`" + setting.defaultValue() + "`";
        return "| `%s` | %s | %s |\n".formatted(setting, defaultValue, setting.meaning());
    }
}
