package dev.corridor.application;

import dev.corridor.domain.id.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/** Is told of the spans of traces, each when it is over. May be called by any thread, and never waits. */
public interface Spans {

    /** Where nobody collects traces. */
    Spans NONE = new Spans() {

        @Override
        public boolean areWanted() {
            return false;
        }

        @Override
        public void ended(Span span) {}
    };

    /** Whether anyone collects them: else none needs to be described. */
    boolean areWanted();

    void ended(Span span);

    /** Which side of a call it was, if it was one. */
    enum Kind {
        SERVER,
        CLIENT,
        INTERNAL
    }

    /**
     * Something that took its time. OpenTelemetry's conventions name it and its attributes.
     *
     * @param id not 0
     * @param parent the caller's span in the same trace; empty if this one begins here
     * @param attributes no names and no secrets: whoever reads traces may be no operator
     */
    record Span(
            String name,
            Kind kind,
            Trace trace,
            OptionalLong parent,
            long id,
            Instant endedAt,
            Duration took,
            boolean hasFailed,
            Map<String, String> attributes) {}
}
