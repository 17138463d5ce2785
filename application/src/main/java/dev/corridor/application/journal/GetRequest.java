package dev.corridor.application.journal;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.journal.RequestId;
import dev.corridor.domain.journal.RequestRecord;

/** Reads a request of the caller's organization from the journal. A request can be read some seconds after its answer, and for some days. */
public interface GetRequest {

    @Refuses(NotFound.class)
    RequestRecord get(Command command);

    record Command(Caller caller, RequestId request) {}
}
