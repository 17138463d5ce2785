package dev.corridor.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.service.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void help_goes_to_standard_output_and_names_every_command() {
        assertThat(run(Map.of(), "help")).isEqualTo(ExitCode.DONE);

        assertThat(output.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        Usage: ./corridor COMMAND

                          show-port WORD             prints a word and the port
                          bench [ARGUMENT ...]       measures how fast it is, where the sources are; see bench --help
                          help                       prints this text
                        """);
        assertThat(errors.size()).isZero();
    }

    @Test
    void a_command_gets_its_arguments_and_the_settings() {
        assertThat(run(Map.of("CORRIDOR_PORT", "0"), "show-port", "it is")).isEqualTo(ExitCode.FAILED);

        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("it is 0");
        assertThat(errors.size()).isZero();
    }

    @Test
    void a_wrong_command_line_gets_the_usage_on_standard_error() {
        for (var words : List.of(new String[]{}, new String[]{"dance"}, new String[]{"show-port"}, new String[]{"help", "me"})) {
            errors.reset();

            assertThat(run(Map.of(), words)).isEqualTo(ExitCode.MISUSED);

            assertThat(errors.toString(StandardCharsets.UTF_8)).startsWith("Usage: ./corridor COMMAND");
        }
        assertThat(output.size()).isZero();
    }

    @Test
    void wrong_settings_are_told_before_the_command_runs() {
        assertThat(run(Map.of("CORRIDOR_PORT", "x"), "show-port", "it is")).isEqualTo(ExitCode.MISUSED);

        assertThat(errors.toString(StandardCharsets.UTF_8)).startsWith("CORRIDOR_PORT: ").hasLineCount(1);
        assertThat(output.size()).isZero();
    }

    @Test
    void words_that_a_command_does_not_take_are_misuse() {
        assertThat(run(Map.of(), "show-port", "misused")).isEqualTo(ExitCode.MISUSED);

        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("a word is expected\n");
    }

    @Test
    void a_refusal_is_told_by_its_message() {
        assertThat(run(Map.of(), "show-port", "refused")).isEqualTo(ExitCode.FAILED);

        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("not this word\n");
    }

    @Test
    void a_fault_of_a_command_is_not_told_as_misuse() {
        assertThatThrownBy(() -> run(Map.of(), "show-port", "broken")).isInstanceOf(IllegalArgumentException.class);
    }

    private ExitCode run(Map<String, String> environment, String... words) {
        return new Main(List.of(new ShowPort()), environment, new PrintStream(output, true), new PrintStream(errors, true)).run(List.of(words));
    }

    private static final class ShowPort implements Command {

        @Override
        public String name() {
            return "show-port";
        }

        @Override
        public List<String> parameters() {
            return List.of("WORD");
        }

        @Override
        public String summary() {
            return "prints a word and the port";
        }

        @Override
        public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
            switch (arguments.getFirst()) {
                case "misused" -> MisuseException.parse("x", Integer::valueOf, "a word is expected");
                case "refused" -> throw new BusinessException(new InvalidRequest("not this word"));
                case "broken" -> throw new IllegalArgumentException("a fault");
                case String word -> output.print(word + " " + settings.listening().port());
            }
            return ExitCode.FAILED;
        }
    }
}
