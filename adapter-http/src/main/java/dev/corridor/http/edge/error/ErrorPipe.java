package dev.corridor.http.edge.error;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.MissingParameter;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.http.edge.connection.BodyCutShort;
import dev.corridor.http.edge.dialect.Dialects;
import dev.corridor.http.edge.problem.Problem;
import dev.corridor.http.edge.request.RequestId;
import dev.corridor.http.edge.request.RequestJournal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import io.micronaut.web.router.exceptions.UnsatisfiedQueryValueRouteException;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every failure ends, from filters, controllers and the framework. What happens every day arrives by {@link ErrorRoutes}, other exceptions by {@link #handle},
 * unless the framework has a handler of its own for them; those handlers, and failures without an exception, arrive by {@link #processResponse}. What the framework would have said is
 * dropped: its messages speak of Java and of parsers, in statuses that the contract does not have.
 */
@Singleton
@Produces(MediaType.APPLICATION_JSON)
final class ErrorPipe implements ErrorResponseProcessor<Object>, ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPipe.class);

    private static final BusinessError NO_ROUTE = new NotFound("Route");
    private static final BusinessError UNREADABLE = new InvalidRequest("The request cannot be read.");
    private static final BusinessError INCOMPLETE = new InvalidRequest("The connection closed before the body was complete.");

    private final Dialects dialects;
    private final RequestJournal journal;
    private final Outage outage;

    ErrorPipe(Dialects dialects, RequestJournal journal, Outage outage) {
        this.dialects = dialects;
        this.journal = journal;
        this.outage = outage;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
        return answer(request, refusalIn(failure).or(() -> refusalOfTheUnreadable(failure)), failure);
    }

    HttpResponse<?> missRoute(HttpRequest<?> request) {
        return answer(request, Optional.of(NO_ROUTE), null);
    }

    /** What the framework has said no more of than a status. */
    HttpResponse<?> answerTo(HttpRequest<?> request, int status) {
        return answer(request, refusalFor(status, Optional.empty()), null);
    }

    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> proposed) {
        var failure = context.getRootCause().or(() -> decodingFailureOf(context.getRequest()));
        var refusal = failure.flatMap(ErrorPipe::refusalIn).or(() -> refusalFor(proposed.code(), failure));
        return answer(context.getRequest(), refusal, failure.orElse(null));
    }

    /** The framework keeps to itself why a request could not be decoded. */
    private static Optional<Throwable> decodingFailureOf(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> received
                ? Optional.ofNullable(received.getNativeRequest().decoderResult().cause())
                : Optional.empty();
    }

    private MutableHttpResponse<Object> answer(HttpRequest<?> request, Optional<BusinessError> refusal, Throwable failure) {
        var known = refusal.or(() -> outageIn(failure, request));
        if (known.isEmpty()) {
            LOG.error("request {} failed", RequestId.of(request), failure);
        }
        var problem = known.map(error -> Problem.refusal(error, request)).orElseGet(() -> Problem.internalError(failure, request));
        var response = dialects.tell(problem, request).toResponse();
        journal.refused(request, response);
        return response;
    }

    private Optional<BusinessError> outageIn(Throwable failure, HttpRequest<?> request) {
        if (!outage.isIn(failure)) {
            return Optional.empty();
        }
        LOG.warn("request {} met a database that cannot be written: {}", RequestId.of(request), failure.getMessage());
        return Optional.of(ServiceUnavailable.outage());
    }

    /** Frameworks wrap: the business's own answer may be the cause of what arrives here. */
    private static Optional<BusinessError> refusalIn(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessException business) {
                return Optional.of(business.error());
            }
        }
        return Optional.empty();
    }

    /**
     * A client that closes the connection within its body reads no answer, and is not logged as a fault. A client whose body is refused while
     * it is read does get the answer.
     */
    private static Optional<BusinessError> refusalOfTheUnreadable(Throwable failure) {
        return switch (failure) {
            case EOFException eof -> Optional.of(INCOMPLETE);
            case BodyCutShort cut -> Optional.of(new InvalidRequest(cut.getMessage()));
            case ClosedChannelException closed -> Optional.of(INCOMPLETE);
            default -> Optional.empty();
        };
    }

    /** Maps the framework's statuses: a bad request, a missing route, or else an internal error. */
    private static Optional<BusinessError> refusalFor(int status, Optional<? extends Throwable> failure) {
        return switch (status) {
            case 403 -> Optional.of(new Forbidden("A page of another origin may not ask this service."));
            case 404, 405 -> Optional.of(NO_ROUTE);
            case 413 -> Optional.of(new InvalidRequest("The request is too large."));
            case 415 -> Optional.of(new InvalidRequest("The content type must be application/json."));
            default -> status < 500 ? Optional.of(refusalOfTheBad(failure.orElse(null))) : Optional.empty();
        };
    }

    private static BusinessError refusalOfTheBad(Throwable failure) {
        return switch (failure) {
            case UnsatisfiedBodyRouteException body -> new InvalidRequest("The body must be a JSON object.");
            case UnsatisfiedQueryValueRouteException query -> new MissingParameter(query.getQueryParameterName());
            case null, default -> UNREADABLE;
        };
    }
}
