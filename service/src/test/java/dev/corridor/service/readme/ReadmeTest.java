package dev.corridor.service.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.service.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadmeTest {

    private static final Pattern CODE_ROW = Pattern.compile("^\\| `.*?` \\| \\d+ \\|", Pattern.MULTILINE);

    @Test
    void its_table_of_settings_has_each_of_them_as_it_is() {
        var table = Stream.of(Setting.values()).map(ReadmeTest::row).collect(Collectors.joining());

        assertThat(Readme.between("settings: begin", "settings: end"))
                .isEqualTo("| variable | default | meaning |\n|---|---|---|\n" + table);
    }

    @Test
    void its_table_of_codes_is_part_of_the_catalogue_in_the_same_order() {
        var rows = CODE_ROW.matcher(Readme.between("codes: begin", "codes: end")).results().map(MatchResult::group).toList();
        var catalogue = Stream.of(ErrorCode.values()).map(code -> "| `%s` | %d |".formatted(code, code.category().status())).toList();

        assertThat(rows).isNotEmpty().isSubsetOf(catalogue).isSortedAccordingTo(Comparator.comparingInt(catalogue::indexOf));
    }

    @ParameterizedTest
    @CsvSource({
        "docs/embed.md, EmbeddingTheDomain, domain/src/test/java/com/example",
        "docs/embed.md, EmbeddingTheUseCases, adapter-memory/src/test/java/com/example",
        "README.md, YourArchitectureTest, architecture-tests/src/test/java/com/example"
    })
    void examples_are_programs_that_are_compiled_and_run(String document, String name, String directory) throws IOException {
        var program = Files.readString(Path.of("..", directory, name + ".java"));

        assertThat(Readme.between(document, "snippet: " + name, "snippet: end")).isEqualTo(program);
    }

    private static String row(Setting setting) {
        var defaultValue = setting.defaultValue().isEmpty() ? "" : "`" + setting.defaultValue() + "`";
        return "| `%s` | %s | %s |\n".formatted(setting, defaultValue, setting.meaning());
    }
}
