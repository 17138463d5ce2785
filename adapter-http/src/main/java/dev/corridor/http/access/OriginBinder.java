package dev.corridor.http.access;

import dev.corridor.domain.audit.Origin;
import dev.corridor.http.edge.request.RequestId;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Binds the request's {@link Origin} for audit records to a controller's argument. */
@Singleton
final class OriginBinder implements TypedRequestArgumentBinder<Origin> {

    private final ClientAddress clientAddress;

    OriginBinder(ClientAddress clientAddress) {
        this.clientAddress = clientAddress;
    }

    @Override
    public Argument<Origin> argumentType() {
        return Argument.of(Origin.class);
    }

    @Override
    public BindingResult<Origin> bind(ArgumentConversionContext<Origin> context, HttpRequest<?> request) {
        var origin = new Origin(RequestId.of(request).value(), clientAddress.of(request).toString());
        return () -> Optional.of(origin);
    }
}
