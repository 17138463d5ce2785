package dev.corridor.http.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.problem.ErrorCode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class CatalogueTest {

    private final Wire wire;

    CatalogueTest(EmbeddedServer server) {
        this.wire = new Wire(server);
    }

    @Test
    void strangers_may_read_all_of_it() {
        var answer = wire.get("/v1/errors");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith(
                        "{\"object\":\"list\",\"data\":[{\"object\":\"error\",\"code\":\"missing_api_key\",\"category\":\"unauthenticated\",\"status\":401,")
                .endsWith("\"hasMore\":false,\"nextCursor\":null}");
        assertThat(ErrorCode.values()).allSatisfy(code -> assertThat(answer.body()).contains("\"code\":\"" + code + "\""));
    }

    @Test
    void an_entry_says_how_each_contract_tells_it() {
        assertThat(wire.get("/v1/errors?category=unfunded").body()).contains("""
                "outcome":"not_applied","retry":"new_request","details":[{"name":"account","type":"id"},{"name":"required","type":"amount"},\
                {"name":"available","type":"amount"},{"name":"asset","type":"word"}],"dialects":{\
                "nxos":{"status":400,"code":"insufficient_funds"},"nexusglass":{"status":400,"code":"INSUFFICIENT_FUNDS"},\
                "nexgent":{"status":400,"code":"TRADING_ERROR"},"nexpay":{"status":400,"code":"30000"},\
                "tickdb":{"status":400,"code":"2001"},"problem+json":{"status":400,"code":"insufficient_funds"}},\
                "sandbox":{"way":"Pay out more than the account has.","trigger":null},"since":"0.1","doc":"/errors/insufficient_funds"}""");
        assertThat(wire.get("/v1/errors?category=internal").body()).contains("\"nexgent\":{\"status\":500,\"code\":null}");
    }

    @Test
    void an_entry_says_how_it_is_met_in_the_sandbox() {
        assertThat(wire.get("/v1/errors?category=internal").body())
                .contains("\"sandbox\":{\"way\":\"Any request with a test key.\",\"trigger\":\"internal_error\"}");
        assertThat(wire.get("/errors/internal_error").body())
                .contains("<p>Any request with a test key. Send it with <code>Corridor-Sandbox-Trigger: internal_error</code>.</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "category=unfunded, insufficient_funds",
        "status=502, chain_send_failed",
        "outcome=applied&category=conflict, quote_already_used",
        "retry=after&status=503&since=0.1, service_unavailable"
    })
    void filters_keep_what_matches_all_of_them(String filters, String code) {
        var body = wire.get("/v1/errors?" + filters).body();

        assertThat(body).contains("\"code\":\"" + code + "\"").doesNotContain("\"code\":\"not_found\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"category=nonsense", "since=9.9", "status=200"})
    void what_matches_nothing_is_an_empty_list(String filter) {
        assertThat(wire.get("/v1/errors?" + filter).body()).startsWith("{\"object\":\"list\",\"data\":[],");
    }

    @Test
    void only_the_catalogue_itself_is_for_strangers() {
        wire.get("/v1/errors/quote_expired").isError(401, "missing_api_key");
        wire.post("/v1/errors", "").isError(401, "missing_api_key");
    }

    @ParameterizedTest
    @EnumSource
    void every_code_has_a_page_that_needs_nobody_else(ErrorCode code) {
        var page = wire.get(code.page());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers())
                .containsEntry("content-type", "text/html;charset=utf-8")
                .containsEntry("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        assertThat(page.body()).contains("<title>" + code + " - Corridor</title>", code.declaration().title()).doesNotContain("src=", "http:",
                "https:", "`");
    }

    @Test
    void a_page_says_which_contract_has_no_code() {
        assertThat(wire.get("/errors/rate_limit_exceeded").body())
                .contains("<tr><td>nexgent</td><td>429</td><td>none</td></tr>", "<tr><td>tickdb</td><td>429</td><td><code>3001</code></td></tr>");
    }

    @Test
    void a_page_lists_them_all() {
        assertThat(wire.get("/errors").body()).contains("<a href=\"/errors/quote_expired\"><code>quote_expired</code></a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/errors/nonsense", "/errors/QUOTE_EXPIRED", "/errors/%3Cscript%3E"})
    void an_unknown_code_has_no_page(String path) {
        wire.get(path).isError(404, "not_found");
    }
}
