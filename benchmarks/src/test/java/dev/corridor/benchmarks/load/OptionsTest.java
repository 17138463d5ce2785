package dev.corridor.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OptionsTest {

    @Test
    void without_words_everything_is_measured() {
        var options = parse("");

        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.clients()).containsExactly(1, 8, 32, 128);
        assertThat(options.workloads()).containsExactly(Workload.values());
        assertThat(options.kind()).isEqualTo(Options.Kind.COMPARISON);
        assertThat(options.profile()).isFalse();
    }

    @Test
    void each_option_changes_what_it_names() {
        var options = parse("--quick --rounds 5 --seconds 7 --warm-up 2 --clients 4,64 --workloads hot,zipf"
                + " --profile --directory /disk --pgbench /bin/pgbench");

        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.measured()).isEqualTo(Duration.ofSeconds(7));
        assertThat(options.warmUp()).isEqualTo(Duration.ofSeconds(2));
        assertThat(options.clients()).containsExactly(4, 64);
        assertThat(options.workloads()).containsExactly(Workload.ZIPF, Workload.HOT);
        assertThat(options.profile()).isTrue();
        assertThat(options.directory()).isEqualTo(Path.of("/disk"));
        assertThat(options.pgbench()).hasValue("/bin/pgbench");
    }

    @Test
    void another_run_is_chosen_by_its_option() {
        assertThat(parse("--history").kind()).isEqualTo(Options.Kind.HISTORY);
        assertThat(parse("--feed").kind()).isEqualTo(Options.Kind.FEED);
        assertThat(parse("--answers").kind()).isEqualTo(Options.Kind.ANSWERS);
        assertThat(parse("--rates 500,1000")).returns(Options.Kind.RATES, Options::kind).returns(List.of(500, 1000), Options::rates);
        assertThat(parse("--compare ../before"))
                .returns(Options.Kind.VERSIONS, Options::kind)
                .returns(Optional.of(Path.of("../before")), Options::other);
    }

    @Test
    void the_usage_names_every_default() {
        var standard = parse("");

        assertThat(Options.USAGE)
                .contains("(" + standard.rounds() + ")")
                .contains("(" + standard.measured().toSeconds() + ")")
                .contains("(" + standard.warmUp().toSeconds() + ")")
                .contains("(1,8,32,128)");
    }

    @Test
    void what_is_not_understood_is_refused() {
        assertThatThrownBy(() -> parse("--fast")).hasMessage("there is no option --fast");
        assertThatThrownBy(() -> parse("--rounds")).hasMessage("--rounds needs a value");
        assertThatThrownBy(() -> parse("--rounds 0")).hasMessage("--rounds takes whole numbers above zero, not 0");
        assertThatThrownBy(() -> parse("--clients 1,many")).hasMessage("--clients takes whole numbers above zero, not many");
        assertThatThrownBy(() -> parse("--workloads cold")).hasMessageContaining("there is no workload cold");
        assertThatThrownBy(() -> parse("--history --database postgres://a:b@c/d")).hasMessageContaining("embedded");
        assertThatThrownBy(() -> parse("--compare . --database postgres://a:b@c/d")).hasMessageContaining("embedded");
        assertThatThrownBy(() -> parse("--rates slow")).hasMessage("--rates takes whole numbers above zero, not slow");
    }

    private static Options parse(String words) {
        return Options.parse(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }
}
