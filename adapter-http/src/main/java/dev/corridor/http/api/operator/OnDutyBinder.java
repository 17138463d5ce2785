package dev.corridor.http.api.operator;

import dev.corridor.domain.access.AccessError.MissingApiKey;
import dev.corridor.domain.error.BusinessException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Binds the operator whom {@link OperatorCheck} has let in. Without one it fails closed with {@code missing_api_key}. */
@Singleton
final class OnDutyBinder implements TypedRequestArgumentBinder<OnDuty> {

    private static final String ATTRIBUTE = OnDuty.class.getName();

    static void remember(HttpRequest<?> request, OnDuty onDuty) {
        request.setAttribute(ATTRIBUTE, onDuty);
    }

    @Override
    public Argument<OnDuty> argumentType() {
        return Argument.of(OnDuty.class);
    }

    @Override
    public BindingResult<OnDuty> bind(ArgumentConversionContext<OnDuty> context, HttpRequest<?> request) {
        var onDuty = request.getAttribute(ATTRIBUTE, OnDuty.class).orElseThrow(() -> new BusinessException(new MissingApiKey()));
        return () -> Optional.of(onDuty);
    }
}
