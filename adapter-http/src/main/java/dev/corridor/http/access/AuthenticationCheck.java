package dev.corridor.http.access;

import dev.corridor.application.access.Authenticate;
import dev.corridor.application.access.AuthenticateFromCache;
import dev.corridor.application.access.FindKeyDialect;
import dev.corridor.application.maintenance.RequireService;
import dev.corridor.application.user.AuthenticateUser;
import dev.corridor.application.user.AuthenticateUserFromCache;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.feed.TicketSecret;
import dev.corridor.http.edge.dialect.DialectChoice;
import dev.corridor.http.edge.dialect.DialectName;
import dev.corridor.http.edge.route.ApiPaths;
import dev.corridor.http.edge.route.CallerBinder;
import dev.corridor.http.edge.route.Check;
import dev.corridor.http.edge.route.PublicRoute;
import dev.corridor.http.edge.route.RequestCheck;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationMetadataProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Authenticates requests to {@code /v1} before routing and before the body is read, so unauthenticated clients learn nothing about routes.
 * Only the maintenance check comes earlier; {@link RequestCheck} has the order. Header names: the NXOS contract, section 1, and the
 * contracts with {@code X-API-Key}.
 *
 * <p>A ticket in the query counts before a header, which would not make it valid again. Cached keys and tokens are checked on the event loop; look-ups and signatures on a virtual thread.
 */
@Singleton
final class AuthenticationCheck implements Check {

    private final RequireService requireService;
    private final AuthenticateFromCache authenticateAtOnce;
    private final Authenticate authenticate;
    private final AuthenticateUserFromCache authenticateUserAtOnce;
    private final AuthenticateUser authenticateUser;
    private final FindKeyDialect recallDialect;
    private final AccessRechecks rechecks;
    private final ClientAddress clientAddress;
    private final BlockingChecks waiting;

    AuthenticationCheck(
            RequireService requireService,
            AuthenticateFromCache authenticateAtOnce,
            Authenticate authenticate,
            AuthenticateUserFromCache authenticateUserAtOnce,
            AuthenticateUser authenticateUser,
            FindKeyDialect recallDialect,
            AccessRechecks rechecks,
            ClientAddress clientAddress,
            BlockingChecks waiting) {
        this.requireService = requireService;
        this.authenticateAtOnce = authenticateAtOnce;
        this.authenticate = authenticate;
        this.authenticateUserAtOnce = authenticateUserAtOnce;
        this.authenticateUser = authenticateUser;
        this.recallDialect = recallDialect;
        this.rechecks = rechecks;
        this.clientAddress = clientAddress;
        this.waiting = waiting;
    }

    @Override
    public RequestCheck first() {
        return RequestCheck.MAINTENANCE;
    }

    @Override
    public CompletionStage<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        return waiting.answering(request, () -> whoIsAsking(request));
    }

    private CompletionStage<Optional<HttpResponse<?>>> whoIsAsking(HttpRequest<?> request) {
        if (!ApiPaths.contain(request)) {
            return PASSED;
        }
        var route = RouteAttributes.getRouteMatch(request)
                .map(AnnotationMetadataProvider::getAnnotationMetadata)
                .orElse(AnnotationMetadata.EMPTY_METADATA);
        boolean forStrangers = route.hasAnnotation(PublicRoute.class);
        if (!forStrangers || !route.isTrue(PublicRoute.class, "always")) {
            requireService(request);
        }
        if (forStrangers) {
            return PASSED;
        }
        var ticket = PresentedKey.inQuery(request).filter(TicketSecret::isMeantBy);
        if (ticket.isPresent()) {
            return waiting.elsewhere(() -> admit(request, rechecks.admit(ticket.get(), request).caller()));
        }
        var bearer = BearerToken.of(request);
        var signature = SignatureHeaders.find(request);
        if (signature.isPresent()) {
            var key = PresentedKey.credentialOf(request);
            return waiting.elsewhere(() -> checkSigned(request, key, signature.get()));
        }
        if (bearer.filter(BearerToken::isToken).isPresent()) {
            var command = new AuthenticateUser.Command(bearer.get());
            return admit(request, authenticateUserAtOnce.authenticateAtOnce(command), () -> authenticateUser.authenticate(command));
        }
        var key = PresentedKey.credentialOf(request);
        var command = new Authenticate.Command(key, clientAddress.of(request));
        return admit(
                request,
                speakingOf(key, request, () -> authenticateAtOnce.authenticateAtOnce(command)),
                () -> speakingOf(key, request, () -> authenticate.authenticate(command)));
    }

    private CompletionStage<Optional<HttpResponse<?>>> admit(HttpRequest<?> request, Optional<Caller> known, Supplier<Caller> lookUp) {
        if (known.isPresent()) {
            admit(request, known.get());
            return PASSED;
        }
        return waiting.elsewhere(() -> admit(request, lookUp.get()));
    }

    private void checkSigned(HttpRequest<?> request, String key, SignatureHeaders signature) {
        try (signature) {
            var command = new Authenticate.Command(key, Optional.of(signature.request()), clientAddress.of(request));
            admit(request, speakingOf(key, request, () -> authenticate.authenticate(command)));
        }
    }

    /** Reports failures in the error contract configured for the key. Unknown keys have none. */
    private <T> T speakingOf(String key, HttpRequest<?> request, Supplier<T> check) {
        try {
            return check.get();
        } catch (BusinessException refusal) {
            if (!(refusal.error() instanceof InvalidApiKey)) {
                speak(recallDialect.recall(new FindKeyDialect.Command(key)), request);
            }
            throw refusal;
        }
    }

    private static void admit(HttpRequest<?> request, Caller caller) {
        speak(caller.dialect(), request);
        CallerBinder.remember(request, caller);
    }

    private static void speak(Optional<String> dialect, HttpRequest<?> request) {
        dialect.flatMap(DialectName::find).ifPresent(name -> DialectChoice.rememberTheKeys(request, name));
    }

    private void requireService(HttpRequest<?> request) {
        try {
            requireService.require();
        } catch (BusinessException refusal) {
            BearerToken.of(request)
                    .or(() -> PresentedKey.find(request))
                    .ifPresent(key -> speak(recallDialect.recall(new FindKeyDialect.Command(key)), request));
            throw refusal;
        }
    }
}
