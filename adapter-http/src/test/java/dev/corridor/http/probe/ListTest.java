package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class ListTest {

    private final Wire wire;

    ListTest(EmbeddedServer server) {
        this.wire = new Wire(server);
    }

    @Test
    void a_list_is_read_page_by_page() {
        var first = wire.getWithKey("/v1/probe/list").body();

        assertThat(first).startsWith("{\"object\":\"list\",\"data\":[{\"number\":1},").contains("{\"number\":25}]").doesNotContain("26");
        assertThat(first).contains("\"hasMore\":true,\"nextCursor\":\"");
        var cursor = first.substring(first.indexOf("nextCursor\":\"") + 13, first.length() - 2);
        assertThat(wire.getWithKey("/v1/probe/list?limit=100&cursor=" + cursor).body())
                .startsWith("{\"object\":\"list\",\"data\":[{\"number\":26},")
                .endsWith("{\"number\":30}],\"hasMore\":false,\"nextCursor\":null}");
    }

    @Test
    void an_empty_list_is_a_list() {
        assertThat(wire.getWithKey("/v1/probe/list?cursor=" + cursor("probes:30")).body())
                .isEqualTo("{\"object\":\"list\",\"data\":[],\"hasMore\":false,\"nextCursor\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "100", "007"})
    void a_limit_from_1_to_100_is_accepted(String limit) {
        assertThat(wire.getWithKey("/v1/probe/list?limit=" + limit).status()).isEqualTo(200);
    }

    @Test
    void a_limit_above_100_is_told_so() {
        wire.getWithKey("/v1/probe/list?limit=101").isError(400, "limit_exceeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "", "x", "1.0", "1e1", "+5", "%2B5", "%205", "99999999999999999999", "%D9%A1"})
    void any_other_limit_is_an_invalid_request(String limit) {
        var answer = wire.getWithKey("/v1/probe/list?limit=" + limit);

        answer.isError(400, "invalid_request");
        assertThat(answer.body()).contains("'limit'");
    }

    @Test
    void a_cursor_of_another_list_or_of_nobody_is_an_invalid_request() {
        var strangers = List.of(
                "", "x", "!!!", "A".repeat(2_000), cursor("probes:"), cursor("probes:x"), cursor("accounts:1"), cursor("1"));
        for (var cursor : strangers) {
            var answer = wire.getWithKey("/v1/probe/list?cursor=" + cursor);

            answer.isError(400, "invalid_request");
            assertThat(answer.body()).contains("'cursor'");
        }
    }

    private static String cursor(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
