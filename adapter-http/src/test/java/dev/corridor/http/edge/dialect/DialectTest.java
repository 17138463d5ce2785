package dev.corridor.http.edge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.AccessError.MissingApiKey;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.feed.FeedError.ConnectionLimitExceeded;
import dev.corridor.domain.market.MarketError.DataSourceUnavailable;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.quote.QuoteError.QuoteExpired;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.http.edge.dialect.Dialect.Rendering;
import dev.corridor.http.edge.problem.Problem;
import dev.corridor.http.edge.request.RequestId;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The exact bodies of the contracts. */
class DialectTest {

    private static final UUID ANY = new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0000L);
    private static final String HEX = "01920000000070008000000000000000";

    private static final BusinessError EXPIRED = new QuoteExpired(new QuoteId(ANY), Instant.parse("2025-03-15T14:35:00Z"));
    private static final BusinessError ONE_FIELD = ValidationError.of("fromAmount", "must be greater than zero");
    private static final BusinessError MISSING_FIELD = ValidationError.of("symbol", "is required");
    private static final BusinessError TWO_FIELDS = new ValidationError(
            List.of(new FieldFault("fromAsset", "is required"), new FieldFault("toAmount", "must be a \"decimal\" number")));
    private static final BusinessError NO_ACCOUNT = new AccountNotFound(new AccountId(ANY));
    private static final BusinessError UNANSWERED = new ChainSendFailed(new TransactionId(ANY), ChainSendFailed.PayoutOutcome.UNKNOWN);

    private final HttpRequest<?> request = HttpRequest.POST("/v1/quotes", "{}");
    private final String id = RequestId.of(request).value();

    private static BusinessError aLackOfFunds() {
        var eur = AssetCatalogue.STANDARD.get("EUR");
        return new InsufficientFunds(new AccountId(ANY), Money.of("1.50", eur), Money.of("0.50", eur));
    }

    private void assertTold(Dialect dialect, BusinessError error, int status, String body) {
        assertRendering(dialect.render(Problem.refusal(error, request), request), status, body);
    }

    private void assertFaultTold(Dialect dialect, int status, String body) {
        assertRendering(dialect.render(Problem.internalError(new IllegalStateException("secret"), request), request), status, body);
    }

    private static void assertRendering(Rendering rendering, int status, String body) {
        assertThat(rendering.status() + " " + new String(rendering.body(), StandardCharsets.UTF_8)).isEqualTo(status + " " + body);
    }

    @Nested
    class Nxos {

        private final Dialect dialect = new NxosDialect();

        @Test
        void every_error_has_a_code_a_message_and_the_id_of_the_request() {
            assertTold(dialect, EXPIRED, 409, """
                    {"error":{"code":"quote_expired","message":"The quote has expired. Create a new one.","requestId":"%s"}}"""
                    .formatted(id));
        }

        @Test
        void a_lack_of_funds_is_a_bad_request() {
            assertTold(dialect, aLackOfFunds(), 400, """
                    {"error":{"code":"insufficient_funds","message":"The account does not have enough balance for this operation: \
                    1.50 EUR required, 0.50 EUR available.","requestId":"%s"}}""".formatted(id));
        }
    }

    @Nested
    class NexusGlass {

        private final Dialect dialect = new NexusGlassDialect();

        @Test
        void a_key_that_is_missing_or_unknown_has_the_texts_of_the_contract() {
            assertTold(dialect, new MissingApiKey(), 401, """
                    {"error":"Unauthorized","code":"MISSING_API_KEY","message":"X-API-Key header is required."}""");
            assertTold(dialect, new InvalidApiKey(), 401, """
                    {"error":"Unauthorized","code":"INVALID_API_KEY","message":"The provided API key is not recognized."}""");
        }

        @Test
        void a_single_parameter_that_is_missing_has_a_code_of_its_own() {
            assertTold(dialect, MISSING_FIELD, 400, """
                    {"error":"Bad Request","code":"MISSING_PARAMETER","field":"symbol","message":"The symbol parameter is required."}""");
            assertTold(dialect, TWO_FIELDS, 400, """
                    {"error":"Bad Request","code":"VALIDATION_ERROR","field":"fromAsset",\
                    "message":"fromAsset is required; toAmount must be a \\"decimal\\" number."}""");
        }

        @Test
        void what_does_not_exist_is_not_found() {
            assertTold(dialect, NO_ACCOUNT, 404, """
                    {"error":"Not Found","code":"NOT_FOUND","message":"Account not found."}""");
        }

        @Test
        void a_conflict_is_a_bad_request_because_the_contract_knows_none() {
            assertTold(dialect, EXPIRED, 400, """
                    {"error":"Bad Request","code":"QUOTE_EXPIRED","message":"The quote has expired. Create a new one."}""");
        }

        @Test
        void a_fault_of_ours_has_the_id_of_the_request_and_no_message() {
            var body = """
                    {"error":"Internal Server Error","code":"INTERNAL_ERROR","request_id":"%s"}"""
                    .formatted(id.replaceAll("req_(.{8})(.{4})(.{4})(.{4})(.{12})", "req_$1-$2-$3-$4-$5"));

            assertFaultTold(dialect, 500, body);
            assertTold(dialect, new AuthenticationFailed(), 500, body);
        }
    }

    @Nested
    class Nexgent {

        private final Dialect dialect = new NexgentDialect(false);

        @Test
        void a_token_that_is_missing_or_unknown_has_the_texts_of_the_contract() {
            assertTold(dialect, new MissingApiKey(), 401, """
                    {"success":false,"error":"Authorization header required","code":"AUTHENTICATION_ERROR"}""");
            assertTold(dialect, new InvalidApiKey(), 401, """
                    {"success":false,"error":"Invalid token","code":"AUTHENTICATION_ERROR"}""");
        }

        @Test
        void faulty_fields_are_details() {
            assertTold(dialect, TWO_FIELDS, 400, """
                    {"success":false,"error":"Validation failed","code":"VALIDATION_ERROR","details":{"errors":[\
                    {"field":"fromAsset","message":"is required"},{"field":"toAmount","message":"must be a \\"decimal\\" number"}]}}""");
            assertTold(dialect, ONE_FIELD, 400, """
                    {"success":false,"error":"fromAmount must be greater than zero","code":"VALIDATION_ERROR","details":{"errors":[\
                    {"field":"fromAmount","message":"must be greater than zero"}]}}""");
        }

        @Test
        void amounts_are_numbers() {
            assertTold(dialect, aLackOfFunds(), 400, """
                    {"success":false,"error":"Insufficient EUR balance","code":"TRADING_ERROR","details":{"required":1.50,"available":0.50}}""");
        }

        @Test
        void a_failure_beyond_us_names_the_service_first() {
            assertTold(dialect, UNANSWERED, 502, """
                    {"success":false,"error":"Blockchain error: The chain did not answer in time, so it is not known whether it took the \
                    transaction. The funds stay LOCKED: look up txn_%s and do not send it again","code":"EXTERNAL_SERVICE_ERROR",\
                    "details":{"transaction":"txn_%s","outcome":"UNKNOWN"}}""".formatted(HEX, HEX));
        }

        @Test
        void the_status_of_a_service_is_a_number_if_it_has_answered() {
            assertTold(dialect, new DataSourceUnavailable("ticker", "HTTP 503"), 502,
                    """
                    {"success":false,"error":"ticker error: HTTP 503","code":"EXTERNAL_SERVICE_ERROR","details":{"service":"ticker","statusCode":503}}""");
            assertTold(dialect, new DataSourceUnavailable("ticker", "timed out"), 502, """
                    {"success":false,"error":"ticker error: timed out","code":"EXTERNAL_SERVICE_ERROR","details":{"service":"ticker"}}""");
        }

        @Test
        void only_a_limit_that_passes_says_when() {
            assertTold(dialect, new RateLimitExceeded(Duration.ofSeconds(45)), 429, """
                    {"success":false,"error":"Too many requests. Please try again later.","retryAfter":45}""");
            assertTold(dialect, new ConnectionLimitExceeded(1), 429, """
                    {"success":false,"error":"Your tier allows 1 connection at once. Close one first"}""");
        }

        @Test
        void a_fault_of_ours_has_no_code() {
            assertFaultTold(dialect, 500, """
                    {"success":false,"error":"Internal Server Error"}""");
            assertTold(dialect, new ServiceUnavailable(), 503, """
                    {"success":false,"error":"Service unavailable"}""");
        }

        @Test
        void developers_may_see_the_stack() {
            var fault = new NexgentDialect(true).render(Problem.internalError(new IllegalStateException("secret"), request), request);
            var refusal = new NexgentDialect(true).render(Problem.refusal(NO_ACCOUNT, request), request);

            assertThat(new String(fault.body(), StandardCharsets.UTF_8))
                    .startsWith(
                            "{\"success\":false,\"error\":\"Internal Server Error\",\"stack\":\"java.lang.IllegalStateException: secret\\n\\tat ");
            assertRendering(refusal, 404, """
                    {"success":false,"error":"Account not found","code":"NOT_FOUND","stack":"Account not found."}""");
        }
    }

    @Nested
    class Nexpay {

        private final Dialect dialect = new NexpayDialect();

        @Test
        void a_key_that_is_missing_or_unknown_is_forbidden() {
            assertTold(dialect, new MissingApiKey(), 403, """
                    {"errors":[{"code":10,"message":"Missing API key"}],"traceId":"%s"}""".formatted(trace()));
            assertTold(dialect, new InvalidApiKey(), 403, """
                    {"errors":[{"code":40,"message":"Invalid API key"}],"traceId":"%s"}""".formatted(trace()));
            assertTold(dialect, new Forbidden("Not today."), 403, """
                    {"errors":[{"code":80,"message":"No permissions","data":"Not today."}],"traceId":"%s"}""".formatted(trace()));
        }

        @Test
        void each_faulty_field_is_an_error_of_its_own() {
            assertTold(dialect, TWO_FIELDS, 400, """
                    {"errors":[{"code":30010,"message":"Invalid request parameter","data":"fromAsset is required"},\
                    {"code":30010,"message":"Invalid request parameter","data":"toAmount must be a \\"decimal\\" number"}],"traceId":"%s"}"""
                    .formatted(trace()));
        }

        @Test
        void what_contradicts_the_state_of_the_world_is_a_request_error() {
            assertTold(dialect, EXPIRED, 400, """
                    {"errors":[{"code":30000,"message":"Request error","data":"The quote has expired. Create a new one."}],"traceId":"%s"}"""
                    .formatted(trace()));
            assertTold(dialect, NO_ACCOUNT, 404, """
                    {"errors":[{"code":30000,"message":"Request error","data":"Account not found."}],"traceId":"%s"}""".formatted(trace()));
        }

        @Test
        void a_fault_of_ours_is_an_internal_error() {
            assertFaultTold(dialect, 500, """
                    {"errors":[{"code":-32603,"message":"Internal error"}],"traceId":"%s"}""".formatted(trace()));
        }

        private String trace() {
            return id.substring("req_".length());
        }
    }

    @Nested
    class TickDb {

        private final Dialect dialect = new TickDbDialect(false);

        @Test
        void a_key_that_is_missing_or_unknown_has_the_texts_of_the_contract() {
            assertTold(dialect, new MissingApiKey(), 401, """
                    {"code":1002,"message":"Token is required"}""");
            assertTold(dialect, new InvalidApiKey(), 401, """
                    {"code":1001,"message":"Invalid or expired token"}""");
            assertTold(dialect, new Forbidden("Not today."), 403, """
                    {"code":1004,"message":"Permission denied"}""");
        }

        @Test
        void a_parameter_is_named() {
            assertTold(dialect, MISSING_FIELD, 400, """
                    {"code":2001,"message":"Invalid parameter: symbol is required"}""");
            assertTold(dialect, new InvalidRequest("The body must be a JSON object."), 400, """
                    {"code":2001,"message":"Invalid parameter: The body must be a JSON object"}""");
        }

        @Test
        void a_payout_that_may_be_under_way_says_so_although_the_contract_says_to_retry() {
            assertTold(dialect, UNANSWERED, 503, """
                    {"code":5001,"message":"Data source unavailable: The chain did not answer in time, so it is not known whether it took the \
                    transaction. The funds stay LOCKED: look up txn_%s and do not send it again"}""".formatted(HEX));
        }

        @Test
        void a_fault_of_ours_has_the_text_of_the_contract() {
            assertFaultTold(dialect, 500, """
                    {"code":5000,"message":"Internal server error"}""");
            assertTold(dialect, new ServiceUnavailable(), 503, """
                    {"code":5002,"message":"Service temporarily unavailable"}""");
        }

        @Test
        void the_status_may_be_200_whatever_the_code() {
            assertFaultTold(new TickDbDialect(true), 200, """
                    {"code":5000,"message":"Internal server error"}""");
        }
    }

    @Nested
    class ProblemJson {

        private final Dialect dialect = new ProblemJsonDialect();

        @Test
        void facts_are_data() {
            assertTold(dialect, aLackOfFunds(), 400, """
                    {"type":"/errors/insufficient_funds","title":"Insufficient funds","status":400,"detail":"The account does not have enough \
                    balance for this operation: 1.50 EUR required, 0.50 EUR available.","instance":"urn:corridor:request:%s",\
                    "code":"insufficient_funds","outcome":"not_applied","retry":"new_request","details":{"account":"acct_%s",\
                    "required":"1.50","available":"0.50","asset":"EUR"}}""".formatted(id, HEX));
        }

        @Test
        void faulty_fields_have_json_pointers() {
            assertTold(dialect, TWO_FIELDS, 400, """
                    {"type":"/errors/validation_error","title":"Fields of the body are wrong","status":400,\
                    "detail":"fromAsset is required; toAmount must be a \\"decimal\\" number.","instance":"urn:corridor:request:%s",\
                    "code":"validation_error","outcome":"not_applied","retry":"new_request","errors":[\
                    {"detail":"is required","pointer":"#/fromAsset"},\
                    {"detail":"must be a \\"decimal\\" number","pointer":"#/toAmount"}]}""".formatted(id));
        }

        @Test
        void the_title_speaks_the_clients_language() {
            assertThat(titleFor("de-AT, en;q=0.5")).contains("\"title\":\"Das Angebot ist abgelaufen\"");
            assertThat(titleFor("fr, de;q=0.5, en;q=0.9")).contains("\"title\":\"The quote has expired\"");
            assertThat(titleFor("§$%&")).contains("\"title\":\"The quote has expired\"");
        }

        private String titleFor(String acceptLanguage) {
            var asking = HttpRequest.POST("/v1/quotes", "{}").header("Accept-Language", acceptLanguage);
            return new String(dialect.render(Problem.refusal(EXPIRED, asking), asking).body(), StandardCharsets.UTF_8);
        }
    }
}
