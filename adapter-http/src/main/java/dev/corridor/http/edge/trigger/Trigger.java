package dev.corridor.http.edge.trigger;

import dev.corridor.application.quote.Convert;
import dev.corridor.application.quote.ExecuteQuote;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.LimitError.QuotaExhausted;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.access.MonthlyQuota;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.IdempotencyError.IdempotencyRequestInFlight;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.market.MarketError.DataSourceUnavailable;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.ConversionError.PriceMoved;
import dev.corridor.domain.quote.QuoteError.QuoteExpired;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.user.UserError.TokenExpired;
import dev.corridor.http.edge.body.ParsedBody;
import dev.corridor.http.edge.problem.SandboxWay;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.wire.Parameter;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A failure that a client can ask for by its code. It is the failure itself, raised where a real one might be, before anything is done. */
public enum Trigger {
    AUTHENTICATION_FAILED {
        @Override
        RuntimeException failureOf(HttpRequest<?> request, Instant now) {
            return refusal(new AuthenticationFailed());
        }
    },
    TOKEN_EXPIRED {
        @Override
        RuntimeException failureOf(HttpRequest<?> request, Instant now) {
            return refusal(new TokenExpired());
        }
    },
    RATE_LIMIT_EXCEEDED {
        @Override
        RuntimeException failureOf(HttpRequest<?> request, Instant now) {
            return refusal(new RateLimitExceeded(Duration.ofSeconds(1)));
        }
    },
    QUOTA_EXHAUSTED {
        @Override
        RuntimeException failureOf(HttpRequest<?> request, Instant now) {
            var resetAt = MonthlyQuota.at(now, 1).resetAt();
            return refusal(new QuotaExhausted(resetAt, Duration.between(now, resetAt)));
        }
    },
    QUOTE_EXPIRED {
        @Override
        RuntimeException failureOf(HttpRequest<?> request, Instant now) {
            return quoteExecutedBy(request)
                    .map(quote -> refusal(new QuoteExpired(quote, now)))
                    .orElseGet(() -> refusal(new InvalidRequest("The trigger quote_expired is for the execution of a quote.")));
        }
    },
    PRICE_MOVED {
        @Override
        RuntimeException failureOf(HttpRequest<?> request, Instant now) {
            return refusal(isPerforming(request, Convert.class)
                    ? new PriceMoved(Rate.of("1.0825", Asset.EUR, Asset.USD), Rate.of("1.0716", Asset.EUR, Asset.USD), 50)
                    : new InvalidRequest("The trigger price_moved is for a conversion."));
        }
    },
    IDEMPOTENCY_REQUEST_IN_FLIGHT {
        @Override
        RuntimeException failureOf(HttpRequest<?> request, Instant now) {
            boolean isNamed = request.getHeaders().contains(ParsedBody.IDEMPOTENCY_KEY);
            return refusal(isNamed
                    ? new IdempotencyRequestInFlight()
                    : new InvalidRequest("The trigger idempotency_request_in_flight is for a request with an Idempotency-Key."));
        }
    },
    DATA_SOURCE_UNAVAILABLE {
        @Override
        RuntimeException failureOf(HttpRequest<?> request, Instant now) {
            return refusal(new DataSourceUnavailable("simulated", "HTTP 503"));
        }
    },
    SERVICE_UNAVAILABLE {
        @Override
        RuntimeException failureOf(HttpRequest<?> request, Instant now) {
            return refusal(new ServiceUnavailable());
        }
    },
    INTERNAL_ERROR {
        @Override
        RuntimeException failureOf(HttpRequest<?> request, Instant now) {
            return new IllegalStateException("asked for by " + SandboxWay.TRIGGER);
        }
    };

    private final String text = name().toLowerCase(Locale.ROOT);

    abstract RuntimeException failureOf(HttpRequest<?> request, Instant now);

    static Optional<Trigger> find(String text) {
        return Arrays.stream(values()).filter(trigger -> trigger.text.equals(text)).findAny();
    }

    /** As the header has it: the code. */
    @Override
    public String toString() {
        return text;
    }

    private static RuntimeException refusal(BusinessError error) {
        return new BusinessException(error);
    }

    private static Optional<QuoteId> quoteExecutedBy(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(route -> isPerforming(request, ExecuteQuote.class))
                .map(route -> Parameter.parse("quoteId", route.getVariableValues().get("quoteId").toString(), QuoteId::parse));
    }

    private static boolean isPerforming(HttpRequest<?> request, Class<?> useCase) {
        return RouteAttributes.getRouteMatch(request)
                .flatMap(route -> route.getAnnotationMetadata().classValue(Performs.class))
                .filter(useCase::equals)
                .isPresent();
    }
}
