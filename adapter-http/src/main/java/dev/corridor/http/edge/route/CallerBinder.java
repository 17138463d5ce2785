package dev.corridor.http.edge.route;

import dev.corridor.domain.access.AccessError.MissingApiKey;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Binds the caller that the filter has authenticated. Without it, fails closed with {@code missing_api_key}. */
@Singleton
public final class CallerBinder implements TypedRequestArgumentBinder<Caller> {

    private static final String ATTRIBUTE = Caller.class.getName();

    public static void remember(HttpRequest<?> request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }

    /** Empty on public routes. */
    public static Optional<Caller> find(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Caller.class);
    }

    public static Caller callerOf(HttpRequest<?> request) {
        return find(request).orElseThrow(() -> new BusinessException(new MissingApiKey()));
    }

    @Override
    public Argument<Caller> argumentType() {
        return Argument.of(Caller.class);
    }

    @Override
    public BindingResult<Caller> bind(ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
        var caller = callerOf(request);
        return () -> Optional.of(caller);
    }
}
