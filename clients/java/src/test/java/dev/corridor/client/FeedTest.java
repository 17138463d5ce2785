package dev.corridor.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corridor.client.model.ErrorCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FeedTest {

    @Test
    void what_may_pass_is_waited_for_and_a_refusal_for_good_ends_the_feed() throws IOException {
        try (var server = new ScriptedServer()) {
            server.answers(502, "text/html", "<h1>Bad gateway</h1>")
                    .refuses(503, "service_unavailable", "not_applied", "after", "{}")
                    .refuses(500, "internal_error", "not_applied", "same_request", "{}")
                    .refuses(401, "invalid_api_key", "not_applied", "never", "{}");
            try (var feed = server.client().attempts(1).follow(Channel.TRANSACTIONS)) {
                var end = catchThrowableOfType(CorridorException.class, () -> feed.iterator().hasNext());

                assertThat(end.code()).isEqualTo(ErrorCode.INVALID_API_KEY);
                assertThat(server.asked()).hasSize(4);
            }
        }
    }

    @Test
    void an_answer_of_another_service_ends_the_feed() throws IOException {
        try (var server = new ScriptedServer().answers(404, "text/html", "<h1>Not here</h1>");
                var feed = server.client().follow(Channel.TRANSACTIONS)) {
            var end = catchThrowableOfType(UnexpectedAnswerException.class, () -> feed.iterator().hasNext());

            assertThat(end.status()).isEqualTo(404);
        }
    }

    @Test
    void a_connection_that_is_refused_ends_the_feed_and_one_that_is_not_had_yet_does_not() throws IOException {
        var ticket = "{\"object\":\"ticket\",\"ticket\":\"t\",\"expiresAt\":\"2026-03-01T10:05:00Z\"}";
        try (var server = new ScriptedServer()
                .answers(ticket)
                .answers(503, "text/html", "<h1>Not yet</h1>")
                .answers(ticket)
                .answers(401, "text/html", "<h1>No</h1>");
                var feed = server.client().follow(Channel.TRANSACTIONS)) {
            var end = catchThrowableOfType(ConnectionException.class, () -> feed.iterator().hasNext());

            assertThat(end).hasMessage("the feed was refused with 401");
            assertThat(server.asked()).hasSize(4);
        }
    }
}
