package dev.corridor.http.api.webhook;

import dev.corridor.domain.webhook.EndpointTerms;
import dev.corridor.domain.webhook.EndpointUrl;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Relations;
import dev.corridor.http.edge.validation.Text;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * A change of an endpoint. Absent members stay unchanged.
 *
 * @param eventTypes empty for all
 * @param disabled true to let events wait; false to deliver again
 */
@Introspected
record EndpointChangeRequest(
        @Nullable @Text(max = EndpointUrl.MAX_LENGTH) String url,
        @Nullable @Text(max = EndpointTerms.MAX_DESCRIPTION_LENGTH) String description,
        @Nullable @Is(EventTypes.class) List<String> eventTypes,
        @Nullable Boolean disabled)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        EndpointRequest.requireUrl(url, fields);
    }

    EndpointTerms applyTo(EndpointTerms terms) {
        return new EndpointTerms(
                url == null ? terms.url() : new EndpointUrl(url),
                description == null ? terms.description() : description,
                eventTypes == null ? terms.eventTypes() : EventTypes.parse(eventTypes),
                disabled == null ? terms.disabled() : disabled);
    }
}
