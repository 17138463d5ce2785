package dev.corridor.http.feed;

import dev.corridor.application.quote.QuoteAt;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.Event.QuoteEvent;
import dev.corridor.domain.feed.Event.TransactionEvent;
import dev.corridor.domain.quote.Quote;
import dev.corridor.http.api.quote.QuoteResponse;
import dev.corridor.http.api.transaction.TransactionResponse;
import java.time.Instant;

/** An event's text in one protocol. All followers get the same bytes, so the last event's text is cached. */
final class EventRendering {

    /** Writes the text of an event. */
    interface Form {

        /**
         * @param number of the event in its topic
         * @param resource as HTTP returns it
         */
        byte[] write(Event event, long number, Object resource);
    }

    private record Made(Event event, long number, byte[] text) {}

    private final Form form;
    private volatile Made last;

    EventRendering(Form form) {
        this.form = form;
    }

    @SuppressWarnings("ReferenceEquality") // The cache is valid for the same object only.
    byte[] of(Event event, long number) {
        var made = last;
        if (made == null || made.event != event || made.number != number) {
            made = new Made(event, number, form.write(event, number, resource(event)));
            last = made;
        }
        return made.text;
    }

    private static Object resource(Event event) {
        return switch (event) {
            case TransactionEvent happened -> TransactionResponse.of(happened.transaction());
            case QuoteEvent happened -> QuoteResponse.of(new QuoteAt(happened.quote(), seenAt(happened.quote())));
        };
    }

    /** An event shows the quote at the time of the event, not of the delivery. */
    private static Instant seenAt(Quote quote) {
        return switch (quote) {
            case Quote.Pending pending -> pending.terms().issuedAt();
            case Quote.Completed completed -> completed.executedAt();
        };
    }
}
