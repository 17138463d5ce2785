package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.Collectors;

/** An HTTP response. */
record Answer(int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ENVELOPE = """
            \\{"error":\\{"code":"[a-z_]+","message":"(?:[^"\\\\]|\\\\.)+","requestId":"%s"}}""";

    /** True of responses in every dialect. */
    void keepsThePromisesOfAllAnswers() {
        assertThat(requestId()).matches("req_[0-9a-f]{32}");
        assertThat(contentType()).isIn("application/json", "application/problem+json", "text/csv;charset=utf-8");
        if (isRefusal()) {
            assertThat(outcome()).isIn("not_applied", "applied", "unknown");
            assertThat(retry()).isIn("never", "same_request", "after", "new_request");
            assertThat(headers.firstValue("Retry-After").isPresent()).isEqualTo(retry().equals("after"));
        }
    }

    /** True of responses in the default dialect. */
    void keepsThePromisesOfNxos() {
        assertThat(status != 200).isEqualTo(isRefusal());
        if (isRefusal()) {
            assertThat(contentType()).isEqualTo("application/json");
            assertThat(body).matches(ENVELOPE.formatted(isReplay() ? "req_[0-9a-f]{32}" : requestId()));
        }
    }

    boolean isRefusal() {
        return !code().isEmpty();
    }

    /** A replayed refusal carries the id of the first request. */
    boolean isReplay() {
        return headers.firstValue("Idempotent-Replayed").filter("true"::equals).isPresent();
    }

    Answer isOk() {
        assertThat(status).as(body).isEqualTo(200);
        return this;
    }

    /** The exact JSON text with its order of members, ignoring line breaks and indentation of the expected text. */
    Answer isJson(String expected, Object... values) {
        isOk();
        assertThat(body).isEqualTo(expected.lines().map(String::strip).collect(Collectors.joining()).formatted(values));
        return this;
    }

    Answer isError(int status, String code) {
        assertThat(this.status + " " + code()).as(body).isEqualTo(status + " " + code);
        return this;
    }

    /** The outcome and the retry. */
    Answer means(String outcome, String retry) {
        assertThat(outcome() + ", " + retry()).as(body).isEqualTo(outcome + ", " + retry);
        return this;
    }

    boolean isJson() {
        return contentType().equals("application/json");
    }

    boolean isProblem() {
        return contentType().equals("application/problem+json");
    }

    /** The canonical code, whatever the body's contract calls it. */
    String code() {
        return header("Corridor-Code");
    }

    String outcome() {
        return header("Corridor-Outcome");
    }

    String retry() {
        return header("Corridor-Retry");
    }

    String message() {
        return text("/error/message");
    }

    String contentType() {
        return header("Content-Type");
    }

    String requestId() {
        return header("X-Request-Id");
    }

    /** Empty if absent. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The value at a JSON pointer (RFC 6901), such as {@code /balances/0/amount}. */
    String text(String pointer) {
        var node = json().at(pointer);
        assertThat(node.isTextual()).as("a text at %s in %s", pointer, body).isTrue();
        return node.textValue();
    }

    /** A member of every item of a list. */
    List<String> texts(String member) {
        return json().at("/data").findValuesAsText(member);
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
