package dev.corridor.application.webhook;

import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryStatus;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.Event.ApiKeyEvent;
import dev.corridor.domain.feed.Event.BeneficiaryEvent;
import dev.corridor.domain.feed.Event.EndpointDisabledEvent;
import dev.corridor.domain.feed.Event.QuoteEvent;
import dev.corridor.domain.feed.Event.TransactionEvent;
import dev.corridor.domain.feed.Event.VerificationEvent;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.domain.webhook.Message;
import dev.corridor.domain.webhook.MessageId;

/** Makes messages of events. */
final class EventMessages {

    private EventMessages() {}

    static Message of(Event event, MessageId id, MessageBodies bodies) {
        var type = typeOf(event);
        return new Message(
                id, event.topic().organization(), type, subjectOf(event), event.sequence(), event.happenedAt(), bodies.of(type, event));
    }

    static EventType typeOf(Event event) {
        return switch (event) {
            case TransactionEvent happened -> EventType.TRANSACTION_STATUS_UPDATED;
            case QuoteEvent happened -> switch (happened.quote()) {
                case Quote.Pending pending -> EventType.QUOTE_CREATED;
                case Quote.Completed completed -> EventType.QUOTE_EXECUTED;
            };
            case BeneficiaryEvent happened -> typeOf(happened.beneficiary());
            case ApiKeyEvent happened -> switch (happened.change()) {
                case CREATED -> EventType.API_KEY_CREATED;
                case CHANGED -> EventType.API_KEY_CHANGED;
                case ENABLED -> EventType.API_KEY_ENABLED;
                case LOCKED -> EventType.API_KEY_LOCKED;
                case UNLOCKED -> EventType.API_KEY_UNLOCKED;
                case ROTATED -> EventType.API_KEY_ROTATED;
                case DELETED -> EventType.API_KEY_DELETED;
            };
            case VerificationEvent happened -> EventType.ORGANIZATION_VERIFICATION_UPDATED;
            case EndpointDisabledEvent happened -> EventType.WEBHOOK_ENDPOINT_DISABLED;
        };
    }

    private static EventType typeOf(Beneficiary beneficiary) {
        if (beneficiary.status() == BeneficiaryStatus.ARCHIVED) {
            return EventType.BENEFICIARY_ARCHIVED;
        }
        return beneficiary.updatedAt().equals(beneficiary.createdAt()) ? EventType.BENEFICIARY_CREATED : EventType.BENEFICIARY_UPDATED;
    }

    private static String subjectOf(Event event) {
        return switch (event) {
            case TransactionEvent happened -> happened.transaction().id().toString();
            case QuoteEvent happened -> happened.quote().id().toString();
            case BeneficiaryEvent happened -> happened.beneficiary().id().toString();
            case ApiKeyEvent happened -> happened.key().id().toString();
            case VerificationEvent happened -> happened.organization().id().toString();
            case EndpointDisabledEvent happened -> happened.endpoint().id().toString();
        };
    }
}
