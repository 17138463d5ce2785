package dev.corridor.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AnswerTest {

    private static final String QUOTE = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\ncontent-length: 24\r\n\r\n{\"quoteId\":\"quote_0a1b\"}";

    @Test
    void an_answer_has_a_status_and_a_body() {
        var answer = parse(QUOTE);

        assertThat(answer).hasValue(new Answer(200, "{\"quoteId\":\"quote_0a1b\"}", false));
        assertThat(answer.orElseThrow().text("quoteId")).isEqualTo("quote_0a1b");
        assertThat(answer.orElseThrow().isSuccess()).isTrue();
    }

    @Test
    void an_answer_is_complete_with_its_last_byte_and_not_before() {
        for (int length = 0; length < QUOTE.length(); length++) {
            assertThat(parse(QUOTE.substring(0, length))).as("the first %d bytes", length).isEmpty();
        }

        assertThat(parse(QUOTE)).isPresent();
    }

    @Test
    void more_bytes_than_announced_are_not_taken_for_an_answer() {
        assertThatThrownBy(() -> parse(QUOTE + "H")).hasMessageContaining("more came");
    }

    @Test
    void an_empty_body_is_an_answer() {
        assertThat(parse("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")).hasValue(new Answer(503, "", false));
    }

    @Test
    void the_last_answer_of_a_connection_says_so() {
        assertThat(parse("HTTP/1.1 400 Bad Request\r\nCONNECTION: Close\r\nContent-Length: 2\r\n\r\n{}").orElseThrow().isLast()).isTrue();
    }

    @Test
    void an_answer_without_a_length_is_refused() {
        assertThatThrownBy(() -> parse("HTTP/1.1 200 OK\r\n\r\n")).hasMessageContaining("without its length");
        assertThatThrownBy(() -> parse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")).hasMessageContaining("in chunks");
    }

    @Test
    void a_member_that_is_not_there_is_not_read() {
        assertThatThrownBy(() -> new Answer(200, "{}", false).text("quoteId")).hasMessageContaining("no quoteId in {}");
    }

    private static Optional<Answer> parse(String received) {
        var bytes = received.getBytes(StandardCharsets.UTF_8);
        return Answer.parse(ByteBuffer.allocate(1000).put(bytes));
    }
}
