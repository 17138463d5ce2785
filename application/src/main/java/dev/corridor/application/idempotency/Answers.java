package dev.corridor.application.idempotency;

import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import java.util.Optional;

/** What a decision sees of the answers given before, and where its own is kept: together with all else that it records. */
public interface Answers {

    /** What was answered to the request that the key names. */
    Optional<IdempotencyRecord> remembered(IdempotencyKey key);

    /** What is answered to the request, for when it comes again. */
    void record(IdempotencyRecord answer);

    /** Takes back all that was recorded. What was read stays; nothing but an answer may be recorded after it. */
    void discard();
}
