package dev.corridor.http.edge.body;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import io.micronaut.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

/**
 * What was read from the body of a request that is named with an idempotency key.
 *
 * @param canonicalFields the fields that are given, in the order of the record, as JSON has them
 * @param refusal what is wrong with them; empty if nothing is
 */
public record ParsedBody(Map<String, Object> canonicalFields, Optional<BusinessError> refusal) {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String ATTRIBUTE = ParsedBody.class.getName();

    public static Optional<ParsedBody> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, ParsedBody.class);
    }

    void keepIn(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public void requireValid() {
        requireNone(refusal);
    }

    static void requireNone(Optional<BusinessError> refusal) {
        refusal.ifPresent(error -> {
            throw new BusinessException(error);
        });
    }
}
