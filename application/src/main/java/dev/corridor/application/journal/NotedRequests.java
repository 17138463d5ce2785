package dev.corridor.application.journal;

import dev.corridor.domain.journal.RequestRecord;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** What has been noted and not yet been kept. A crash loses it. */
public final class NotedRequests implements NoteRequest {

    /** The notes of some seconds under a full load. */
    private static final int MOST_NOTES = 50_000;

    private final BlockingQueue<RequestRecord> notes = new ArrayBlockingQueue<>(MOST_NOTES);

    private final InstantSource clock;

    public NotedRequests(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void note(Command command) {
        notes.offer(new RequestRecord(
                command.request(),
                command.caller().organization(),
                command.caller().principal().toString(),
                command.method(),
                command.route(),
                command.status(),
                command.code(),
                command.outcome(),
                command.duration(),
                clock.instant()));
    }

    /** Removes and returns up to {@code limit} notes, the oldest first. */
    List<RequestRecord> collect(int limit) {
        var collected = new ArrayList<RequestRecord>();
        notes.drainTo(collected, limit);
        return collected;
    }
}
