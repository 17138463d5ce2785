package dev.corridor.http.api.organization;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.organization.CreateCustomer;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationType;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Metadata;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Text;
import dev.corridor.http.edge.wire.OptionalCollections;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.Map;

/** @param metadata your own notes on the customer */
@Introspected
record CustomerRequest(
        @Required @Text(max = 200) String name,
        @Required @OneOf(OrganizationType.class) String type,
        @Nullable @Is(Metadata.class) Map<String, String> metadata)
        implements JsonRequest {

    CreateCustomer.Command toCommand(Caller caller, Origin origin, Once<Organization> once) {
        return new CreateCustomer.Command(
                caller, name, OrganizationType.valueOf(type), OptionalCollections.metadata(metadata), origin, once);
    }
}
