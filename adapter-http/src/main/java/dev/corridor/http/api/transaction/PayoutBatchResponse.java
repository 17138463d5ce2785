package dev.corridor.http.api.transaction;

import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutBatch.State;
import dev.corridor.domain.transaction.PayoutBatchId;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * Payouts that were handed in together, and how far they have got.
 *
 * @param createdBy the key or user that has handed them in
 * @param cancelledAt null if it was not cancelled
 */
@Serdeable
record PayoutBatchResponse(
        @Literal("payout_batch") String object,
        @Spells(PayoutBatchId.class) String batchId,
        CountsResponse counts,
        String createdBy,
        @Spells(Instant.class) String createdAt,
        @Nullable @Spells(Instant.class) String cancelledAt) {

    /**
     * How many items there are, in all and in each state.
     *
     * @param pending not decided yet
     * @param submitted accepted: each has its transaction
     * @param refused nothing was set aside
     * @param cancelled not decided when the batch was cancelled
     */
    @Serdeable
    record CountsResponse(int total, int pending, int submitted, int refused, int cancelled) {

        static CountsResponse of(PayoutBatch batch) {
            var counts = batch.counts();
            return new CountsResponse(
                    batch.size(),
                    counts.get(State.PENDING),
                    counts.get(State.SUBMITTED),
                    counts.get(State.REFUSED),
                    counts.get(State.CANCELLED));
        }
    }

    static PayoutBatchResponse of(PayoutBatch batch) {
        return new PayoutBatchResponse(
                "payout_batch",
                batch.id().toString(),
                CountsResponse.of(batch),
                batch.maker(),
                Timestamp.format(batch.createdAt()),
                batch.cancelledAt().map(Timestamp::format).orElse(null));
    }
}
