package dev.corridor.service.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadmeTest {

    @Test
    void its_table_of_settings_has_each_of_them_as_it_is() {
        var table = Stream.of(Setting.values()).map(ReadmeTest::row).collect(Collectors.joining());

        assertThat(Readme.between("settings: begin", "settings: end"))
                .isEqualTo("| variable | default | meaning |\n|---|---|---|\n" + table);
    }

    @ParameterizedTest
    @CsvSource({
        "EmbeddingTheDomain, domain/src/test/java/com/example",
        "EmbeddingTheUseCases, application/src/test/java/com/example",
        "YourArchitectureTest, architecture-tests/src/test/java/com/example"
    })
    void its_examples_are_programs_that_are_compiled_and_run(String name, String directory) throws IOException {
        var program = Files.readString(Path.of("..", directory, name + ".java"));

        assertThat(Readme.between("snippet: " + name, "snippet: end")).isEqualTo(program);
    }

    private static String row(Setting setting) {
        var defaultValue = setting.defaultValue().isEmpty() ? "" : "`" + setting.defaultValue() + "`";
        return "| `%s` | %s | %s |\n".formatted(setting, defaultValue, setting.meaning());
    }
}
