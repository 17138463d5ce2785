package dev.corridor.http.api.webhook;

import dev.corridor.application.quote.QuoteAt;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.Event.ApiKeyEvent;
import dev.corridor.domain.feed.Event.BeneficiaryEvent;
import dev.corridor.domain.feed.Event.EndpointDisabledEvent;
import dev.corridor.domain.feed.Event.QuoteEvent;
import dev.corridor.domain.feed.Event.TransactionEvent;
import dev.corridor.domain.feed.Event.VerificationEvent;
import dev.corridor.http.api.apikey.ApiKeyResponse;
import dev.corridor.http.api.beneficiary.BeneficiaryResponse;
import dev.corridor.http.api.organization.OrganizationResponse;
import dev.corridor.http.api.quote.QuoteResponse;
import dev.corridor.http.api.transaction.TransactionResponse;

/** What an event is about, as HTTP returns it. */
public final class EventResource {

    private EventResource() {}

    /** An event shows a quote at the time of the event, not of the delivery. */
    public static Object of(Event event) {
        return switch (event) {
            case TransactionEvent happened -> TransactionResponse.of(happened.transaction());
            case QuoteEvent happened -> QuoteResponse.of(new QuoteAt(happened.quote(), happened.happenedAt()));
            case BeneficiaryEvent happened -> BeneficiaryResponse.of(happened.beneficiary());
            case ApiKeyEvent happened -> ApiKeyResponse.of(happened.key());
            case VerificationEvent happened -> OrganizationResponse.changed(happened.organization());
            case EndpointDisabledEvent happened -> EndpointResponse.of(happened.endpoint());
        };
    }
}
