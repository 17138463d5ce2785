package dev.corridor.http.dialect;

import dev.corridor.http.problem.ErrorCode;
import dev.corridor.http.problem.Problem;
import dev.corridor.http.request.RequestId;
import io.micronaut.http.HttpRequest;

/**
 * The error contract of NXOS: {@code {"error":{"code","message","requestId"}}} and nothing else. A lack of funds is 400.
 *
 * <p>Source: the NXOS contract, section 3. Where it is silent, the canonical code goes out as it is.
 */
public final class NxosDialect implements Dialect {

    /** @param code as the contract has it */
    public record Row(int status, String code) {

        private static Row canonical(ErrorCode code) {
            return new Row(code.category().status(), code.toString());
        }
    }

    @Override
    public Telling tell(Problem problem, HttpRequest<?> request) {
        var row = rowOf(problem.code());
        return Telling.json(row.status, json -> {
            json.writeObjectFieldStart("error");
            json.writeStringField("code", row.code);
            json.writeStringField("message", problem.message());
            json.writeStringField("requestId", RequestId.of(request).value());
            json.writeEndObject();
        });
    }

    public static Row rowOf(ErrorCode code) {
        return switch (code) {
            case MISSING_API_KEY, INVALID_API_KEY, AUTHENTICATION_FAILED, FORBIDDEN -> Row.canonical(code);
            case NOT_FOUND, ORGANIZATION_NOT_FOUND, ACCOUNT_NOT_FOUND, QUOTE_NOT_FOUND, BENEFICIARY_NOT_FOUND -> Row.canonical(code);
            case QUOTE_EXPIRED, QUOTE_ALREADY_USED, BENEFICIARY_ALREADY_ARCHIVED -> Row.canonical(code);
            case INSUFFICIENT_FUNDS, VALIDATION_ERROR, INVALID_REQUEST -> Row.canonical(code);
            case CHAIN_SEND_FAILED, INTERNAL_ERROR -> Row.canonical(code);
            // Here the contract is silent.
            case IDEMPOTENCY_REQUEST_IN_FLIGHT, IDEMPOTENCY_KEY_IN_USE -> Row.canonical(code);
            case TRANSACTION_NOT_REVERSIBLE, TRANSACTION_ALREADY_REVERSED -> Row.canonical(code);
            case SERVICE_UNAVAILABLE -> Row.canonical(code);
        };
    }
}
