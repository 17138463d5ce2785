package dev.corridor.http.edge.idempotency;

import dev.corridor.application.idempotency.AnsweredBefore;
import dev.corridor.application.idempotency.RememberRefusal;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.http.edge.dialect.Dialects;
import dev.corridor.http.edge.dialect.RenderedBody;
import dev.corridor.http.edge.route.CallerBinder;
import dev.corridor.http.edge.route.ConnectionBinder;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;

/**
 * Creates {@link IdempotentRequest}s and tracks the idempotency keys in flight on this node. On another node the same request waits in the
 * database and then gets the stored response.
 */
@Singleton
final class IdempotentRequests implements TypedRequestArgumentBinder<IdempotentRequest> {

    private final Set<IdempotencyKey> inFlight = ConcurrentHashMap.newKeySet();
    private final RememberRefusal rememberRefusal;
    private final Dialects dialects;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Executor blocking;

    IdempotentRequests(
            RememberRefusal rememberRefusal,
            Dialects dialects,
            JsonMapper json,
            InstantSource clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.blocking = blocking;
        this.rememberRefusal = rememberRefusal;
        this.dialects = dialects;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Argument<IdempotentRequest> argumentType() {
        return Argument.of(IdempotentRequest.class);
    }

    @Override
    public BindingResult<IdempotentRequest> bind(ArgumentConversionContext<IdempotentRequest> context, HttpRequest<?> request) {
        Caller caller = CallerBinder.callerOf(request);
        var connection = ConnectionBinder.connectionOf(request);
        return () -> Optional.of(new IdempotentRequest(this, KeyedRequest.of(request, caller), connection));
    }

    boolean begin(IdempotencyKey key) {
        return inFlight.add(key);
    }

    void end(IdempotencyKey key) {
        inFlight.remove(key);
    }

    Instant now() {
        return clock.instant();
    }

    Executor blocking() {
        return blocking;
    }

    /** The bytes that are stored are sent, so the response is rendered once. */
    void sendAsStored(String json, HttpRequest<?> request) {
        new RenderedBody(json).keepIn(request);
    }

    String write(BusinessError error, HttpRequest<?> request) {
        return StoredAnswer.of(dialects.write(error, request)).toText();
    }

    /** Refusals are complete. */
    <A> AnsweredBefore completed(AnsweredBefore before, Class<A> type, UnaryOperator<A> completed) {
        var remembered = before.remembered();
        var stored = StoredAnswer.parse(remembered.answer()).answer();
        if (stored.status() != HttpStatus.OK.getCode()) {
            return before;
        }
        try {
            var answer = StoredAnswer.textOfSuccess(text(completed.apply(json.readValue(stored.body(), Argument.of(type)))));
            return new AnsweredBefore(
                    new IdempotencyRecord(remembered.key(), remembered.fingerprint(), answer, remembered.answeredAt()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remember(RememberRefusal.Command command) {
        rememberRefusal.remember(command);
    }

    String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
