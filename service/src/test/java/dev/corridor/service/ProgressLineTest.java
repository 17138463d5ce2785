package dev.corridor.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.persistence.books.verify.VerificationProgress.Stage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final String ERASE = "\r\u001b[K";

    private long nanos;
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final ProgressLine line = new ProgressLine(new PrintStream(screen, true), () -> nanos);

    @Test
    void it_tells_the_stage_and_the_time_while_nothing_is_known() {
        line.begin(new Stage(4, 5, "locked money", OptionalLong.empty()));
        pass(61);

        assertThat(drawn()).isEqualTo(ERASE + "4 of 5  locked money  1:01");
    }

    @Test
    void it_tells_how_much_is_done_and_how_long_the_rest_takes() {
        line.begin(new Stage(1, 5, "quotes", OptionalLong.of(2_000)));
        pass(10);
        line.reach(500);
        pass(1);

        assertThat(drawn()).isEqualTo(ERASE + "1 of 5  quotes  25 %  0:11");

        line.reach(1_000);
        pass(2);

        assertThat(drawn()).endsWith("1 of 5  quotes  50 %  0:13, about 0:03 to go");
    }

    @Test
    void it_counts_what_nobody_could_estimate() {
        line.begin(new Stage(1, 5, "quotes", OptionalLong.empty()));
        line.reach(20_000);
        pass(30);

        assertThat(drawn()).isEqualTo(ERASE + "1 of 5  quotes  20,000  0:30");
    }

    @Test
    void it_gives_up_an_estimate_that_has_proved_wrong() {
        line.begin(new Stage(1, 5, "quotes", OptionalLong.of(100)));
        line.reach(10_000);
        pass(30);

        assertThat(drawn()).isEqualTo(ERASE + "1 of 5  quotes  10,000  0:30");
    }

    @Test
    void what_is_printed_stands_above_it_and_in_the_end_it_is_gone() {
        line.begin(new Stage(1, 5, "quotes", OptionalLong.empty()));
        line.draw();
        screen.reset();

        line.printAbove("{}", new PrintStream(screen, true));
        line.close();
        line.draw();

        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo(ERASE + "{}" + System.lineSeparator() + ERASE);
    }

    @Test
    void before_the_first_stage_there_is_no_line() {
        line.printAbove("{}", new PrintStream(screen, true));

        assertThat(drawn()).isEqualTo("{}" + System.lineSeparator());
    }

    private void pass(long seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
    }

    private String drawn() {
        line.draw();
        return screen.toString(StandardCharsets.UTF_8);
    }
}
