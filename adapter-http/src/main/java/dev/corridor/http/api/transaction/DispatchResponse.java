package dev.corridor.http.api.transaction;

import dev.corridor.domain.transaction.Dispatch;
import dev.corridor.domain.transaction.DispatchReason;
import dev.corridor.domain.transaction.DispatchState;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * How far a payout has got on its way to its chain or bank.
 *
 * @param state whether something of it has left: WAITING if not, PREPARED if it may have, SENT if the rail has it, WITHDRAWN if nothing ever will
 * @param attempts how often it was tried: sends, and tries that failed before one
 * @param lastReason why the last of them came to nothing; null if it did not
 * @param nextTryAt when it is looked at again; null if nothing is left to do for it but to wait for the rail's word
 */
@Serdeable
record DispatchResponse(
        @Spells(DispatchState.class) String state,
        int attempts,
        @Nullable @Spells(DispatchReason.class) String lastReason,
        @Nullable @Spells(Instant.class) String nextTryAt) {

    static DispatchResponse of(Dispatch dispatch) {
        return new DispatchResponse(
                dispatch.state().name(),
                dispatch.attempts(),
                dispatch.lastReason().map(DispatchReason::name).orElse(null),
                dispatch.nextTryAt().map(Timestamp::format).orElse(null));
    }
}
