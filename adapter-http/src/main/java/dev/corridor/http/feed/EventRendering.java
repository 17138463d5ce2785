package dev.corridor.http.feed;

import dev.corridor.domain.feed.Event;
import dev.corridor.http.api.webhook.EventResource;

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
            made = new Made(event, number, form.write(event, number, EventResource.of(event)));
            last = made;
        }
        return made.text;
    }
}
