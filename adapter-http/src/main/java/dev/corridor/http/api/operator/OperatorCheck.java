package dev.corridor.http.api.operator;

import dev.corridor.application.operator.AuthenticateOperator;
import dev.corridor.domain.access.AccessError.MissingApiKey;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.operator.OperatorToken;
import dev.corridor.http.access.BearerToken;
import dev.corridor.http.access.BlockingChecks;
import dev.corridor.http.access.ClientAddress;
import dev.corridor.http.edge.route.CallerBinder;
import dev.corridor.http.edge.route.Check;
import dev.corridor.http.edge.route.PublicRoute;
import dev.corridor.http.edge.route.RequestCheck;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationMetadataProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Lets operators in, before the body is read and after everything that is asked of customers, which does not concern them: their API is open during maintenance
 * and has no tiers. The database is asked each time, so one who was disabled is out with the next request.
 */
@Singleton
@Requires(property = OperatorApi.PORT)
final class OperatorCheck implements Check {

    private final AuthenticateOperator authenticateOperator;
    private final ClientAddress clientAddress;
    private final BlockingChecks waiting;
    private final OperatorApi api;

    OperatorCheck(AuthenticateOperator authenticateOperator, ClientAddress clientAddress, BlockingChecks waiting, OperatorApi api) {
        this.authenticateOperator = authenticateOperator;
        this.clientAddress = clientAddress;
        this.waiting = waiting;
        this.api = api;
    }

    @Override
    public RequestCheck first() {
        return RequestCheck.PERMISSION;
    }

    @Override
    public CompletionStage<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        return waiting.answering(request, () -> whoIsAsking(request));
    }

    private CompletionStage<Optional<HttpResponse<?>>> whoIsAsking(HttpRequest<?> request) {
        if (!isForOperators(request)) {
            return PASSED;
        }
        var token = BearerToken.of(request).map(OperatorToken::new).orElseThrow(() -> new BusinessException(new MissingApiKey()));
        return waiting.elsewhere(() -> admit(request, token));
    }

    /** On another port the router finds none of these routes, and the path is one that does not exist. */
    private static boolean isForOperators(HttpRequest<?> request) {
        if (!request.getPath().startsWith(OperatorApi.PATH)) {
            return false;
        }
        var route = RouteAttributes.getRouteMatch(request)
                .map(AnnotationMetadataProvider::getAnnotationMetadata)
                .orElse(AnnotationMetadata.EMPTY_METADATA);
        return !route.isEmpty() && !route.hasAnnotation(PublicRoute.class);
    }

    private void admit(HttpRequest<?> request, OperatorToken token) {
        var from = Optional.of(clientAddress.of(request));
        var onDuty = new OnDuty(authenticateOperator.authenticate(new AuthenticateOperator.Command(token, from)), api.environment());
        OnDutyBinder.remember(request, onDuty);
        CallerBinder.remember(request, onDuty.callerForTheHouse());
    }
}
