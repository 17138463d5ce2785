package dev.corridor.http.api.webhook;

import dev.corridor.domain.webhook.EndpointTerms;
import dev.corridor.domain.webhook.EndpointUrl;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Relations;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Text;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Set;

/**
 * A new endpoint.
 *
 * @param url an HTTPS URL on the public internet; in the sandbox also {@code http://localhost} and {@code http://127.0.0.1}
 * @param eventTypes what it receives; all, those of the future too, if absent or empty
 */
@Introspected
record EndpointRequest(
        @Required @Text(max = EndpointUrl.MAX_LENGTH) String url,
        @Nullable @Text(max = EndpointTerms.MAX_DESCRIPTION_LENGTH) String description,
        @Nullable @Is(EventTypes.class) List<String> eventTypes)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        requireUrl(url, fields);
    }

    static void requireUrl(@Nullable String url, Relations fields) {
        if (fields.isSound("url", url)) {
            EndpointUrl.fault(url, fields.environment()).ifPresent(reason -> fields.require("url", false, reason));
        }
    }

    EndpointTerms toTerms() {
        return new EndpointTerms(
                new EndpointUrl(url),
                description == null ? "" : description,
                eventTypes == null ? Set.of() : EventTypes.parse(eventTypes),
                false);
    }
}
