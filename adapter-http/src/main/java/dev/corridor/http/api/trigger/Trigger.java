package dev.corridor.http.api.trigger;

import dev.corridor.application.quote.Convert;
import dev.corridor.application.quote.ExecuteQuote;
import dev.corridor.application.transaction.PayOutCrypto;
import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.LimitError.QuotaExhausted;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.access.MonthlyQuota;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.IdempotencyError.IdempotencyRequestInFlight;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.market.MarketError.DataSourceUnavailable;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.ConversionError.PriceMoved;
import dev.corridor.domain.quote.QuoteError.QuoteExpired;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.transaction.TransactionError.BeneficiaryCoolingOff;
import dev.corridor.domain.transaction.TransactionError.PayoutLimitExceeded;
import dev.corridor.domain.transaction.TransactionError.PayoutTooLarge;
import dev.corridor.domain.user.UserError.TokenExpired;
import dev.corridor.http.edge.body.ParsedBody;
import dev.corridor.http.edge.problem.SandboxWay;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.wire.Parameter;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** A failure that a client requests by its code. It is the real error, raised before the request has any effect. */
public enum Trigger {
    AUTHENTICATION_FAILED((request, now) -> new AuthenticationFailed()),
    TOKEN_EXPIRED((request, now) -> new TokenExpired()),
    RATE_LIMIT_EXCEEDED((request, now) -> new RateLimitExceeded(Duration.ofSeconds(1))),
    QUOTA_EXHAUSTED((request, now) -> {
        var resetAt = MonthlyQuota.at(now, 1).resetAt();
        return new QuotaExhausted(resetAt, Duration.between(now, resetAt));
    }),
    QUOTE_EXPIRED((request, now) -> quoteExecutedBy(request)
            .<BusinessError>map(quote -> new QuoteExpired(quote, now))
            .orElseGet(() -> new InvalidRequest("The trigger quote_expired is for the execution of a quote."))),
    PRICE_MOVED((request, now) -> isPerforming(request, Convert.class)
            ? new PriceMoved(Rate.of("1.0825", Asset.EUR, Asset.USD), Rate.of("1.0716", Asset.EUR, Asset.USD), 50)
            : new InvalidRequest("The trigger price_moved is for a conversion.")),
    PAYOUT_TOO_LARGE((request, now) -> ofPayout(
            request, "payout_too_large", new PayoutTooLarge(Money.of("60000.00", Asset.EUR), Money.of("50000.00", Asset.EUR)))),
    BENEFICIARY_COOLING_OFF((request, now) -> ofPayout(
            request, "beneficiary_cooling_off", new BeneficiaryCoolingOff(new BeneficiaryId(new UUID(0, 0)), now.plus(Duration.ofHours(24))))),
    PAYOUT_LIMIT_EXCEEDED((request, now) -> ofPayout(
            request,
            "payout_limit_exceeded",
            new PayoutLimitExceeded(
                    PayoutLimitExceeded.Per.DAY,
                    Money.of("50000.00", Asset.EUR),
                    Money.of("49000.00", Asset.EUR),
                    Money.of("2000.00", Asset.EUR),
                    now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1))))),
    IDEMPOTENCY_REQUEST_IN_FLIGHT((request, now) -> request.getHeaders().contains(ParsedBody.IDEMPOTENCY_KEY)
            ? new IdempotencyRequestInFlight()
            : new InvalidRequest("The trigger idempotency_request_in_flight is for a request with an Idempotency-Key.")),
    DATA_SOURCE_UNAVAILABLE((request, now) -> new DataSourceUnavailable("simulated", "HTTP 503")),
    SERVICE_UNAVAILABLE((request, now) -> new ServiceUnavailable()),
    INTERNAL_ERROR((request, now) -> {
        throw new IllegalStateException("asked for by " + SandboxWay.TRIGGER);
    });

    private final String text = name().toLowerCase(Locale.ROOT);
    private final BiFunction<HttpRequest<?>, Instant, BusinessError> failure;

    Trigger(BiFunction<HttpRequest<?>, Instant, BusinessError> failure) {
        this.failure = failure;
    }

    void fail(HttpRequest<?> request, Instant now) {
        throw new BusinessException(failure.apply(request, now));
    }

    static Optional<Trigger> find(String text) {
        return Arrays.stream(values()).filter(trigger -> trigger.text.equals(text)).findAny();
    }

    /** The code, as in the header. */
    @Override
    public String toString() {
        return text;
    }

    private static BusinessError ofPayout(HttpRequest<?> request, String trigger, BusinessError error) {
        return isPerforming(request, PayOutFiat.class) || isPerforming(request, PayOutCrypto.class)
                ? error
                : new InvalidRequest("The trigger " + trigger + " is for a payout.");
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
