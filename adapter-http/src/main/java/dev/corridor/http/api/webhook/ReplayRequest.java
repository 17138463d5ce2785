package dev.corridor.http.api.webhook;

import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Moment;
import dev.corridor.http.edge.validation.Relations;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Introspected;

/**
 * The period whose events are sent again.
 *
 * @param from inclusive
 * @param until exclusive
 */
@Introspected
public record ReplayRequest(@Required @Is(Moment.class) String from, @Required @Is(Moment.class) String until) implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        if (fields.isSound("from", from) && fields.isSound("until", until)) {
            fields.require("until", Timestamp.parse(from).isBefore(Timestamp.parse(until)), "must be after from");
        }
    }
}
