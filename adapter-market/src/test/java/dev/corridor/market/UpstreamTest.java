package dev.corridor.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.market.port.RateSource.Unavailable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpstreamTest {

    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final Duration LITTLE = Duration.ofMillis(200);
    private static final Duration LONG_REST = Duration.ofHours(1);

    private final RateServer server = new RateServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void an_answer_is_passed_on_as_it_is() {
        server.answers(200, "{\"price\":1}");

        assertThat(new String(upstream(PLENTY).get(server.address("/")), StandardCharsets.UTF_8)).isEqualTo("{\"price\":1}");
    }

    @Test
    void a_server_that_hangs_is_given_up() {
        server.hangs();

        assertUnavailable(upstream(LITTLE), server.address("/"), "timed out");
    }

    @Test
    void an_answer_that_never_ends_is_given_up() {
        server.drips();

        assertUnavailable(upstream(LITTLE), server.address("/"), "timed out");
    }

    @Test
    void an_answer_that_is_too_large_is_given_up() {
        server.floods();

        assertUnavailable(upstream(PLENTY), server.address("/"), "answer too large");
    }

    @Test
    void a_server_that_hangs_up_has_not_answered() {
        server.dies();

        assertUnavailable(upstream(PLENTY), server.address("/"), "connection lost");
    }

    @Test
    void any_status_but_200_is_no_answer() {
        server.answers(503, "{\"price\":1}");

        assertUnavailable(upstream(PLENTY), server.address("/"), "HTTP 503");
    }

    @Test
    void a_server_that_is_not_there_cannot_be_reached() {
        var address = server.address("/");
        server.close();

        assertUnavailable(upstream(PLENTY), address, "cannot be reached");
    }

    @Test
    void a_server_that_fails_again_and_again_is_not_asked_for_a_while() {
        var upstream = upstream(PLENTY);
        server.answers(500, "");
        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> upstream.get(server.address("/"))).isInstanceOf(Unavailable.class);
        }
        int before = server.asked();

        assertThat(upstream.isResting()).isTrue();
        assertUnavailable(upstream, server.address("/"), "given a rest after failures");
        assertThat(server.asked()).isEqualTo(before).isLessThanOrEqualTo(6);
    }

    @Test
    void a_server_that_does_not_like_a_question_is_asked_others() {
        var upstream = upstream(PLENTY);
        server.answers(404, "");
        for (int i = 0; i < 10; i++) {
            assertUnavailable(upstream, server.address("/"), "HTTP 404");
        }

        assertThat(upstream.isResting()).isFalse();
    }

    @Test
    void after_its_rest_a_server_that_is_well_is_asked_again() {
        var upstream = new Upstream(PLENTY, Duration.ofNanos(1));
        server.answers(500, "");
        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> upstream.get(server.address("/"))).isInstanceOf(Unavailable.class);
        }

        server.answers(200, "{}");
        assertThat(upstream.get(server.address("/"))).isNotEmpty();
        assertThat(upstream.isResting()).isFalse();
    }

    private static Upstream upstream(Duration timeout) {
        return new Upstream(timeout, LONG_REST);
    }

    private static void assertUnavailable(Upstream upstream, URI address, String status) {
        assertThatThrownBy(() -> upstream.get(address)).isInstanceOf(Unavailable.class).hasMessage(status);
    }
}
