package dev.corridor.application.idempotency;

import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import java.util.Optional;

/** Stored responses as a decision sees them. A new one commits with the decision's other changes. */
public interface Answers {

    Optional<IdempotencyRecord> remembered(IdempotencyKey key);

    /** Stores the response for replay. */
    void record(IdempotencyRecord answer);

    /** Discards all recorded changes, not the loaded state. Only a response may be recorded afterwards. */
    void discard();
}
