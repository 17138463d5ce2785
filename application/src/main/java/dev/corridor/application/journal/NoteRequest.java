package dev.corridor.application.journal;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.journal.RequestId;
import java.time.Duration;
import java.util.Optional;

/** Notes an answered request for the journal. Never waits: a note that finds no room is dropped, because a journal must not slow down what it is about. */
public interface NoteRequest {

    @Refuses({})
    void note(Command command);

    /**
     * @param route with its variables in braces; empty if there was no such route
     * @param code of a refusal
     * @param outcome of a refusal
     */
    record Command(
            RequestId request,
            Caller caller,
            String method,
            String route,
            int status,
            Optional<String> code,
            Optional<String> outcome,
            Duration duration) {}
}
