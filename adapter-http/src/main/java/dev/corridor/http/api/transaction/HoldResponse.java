package dev.corridor.http.api.transaction;

import dev.corridor.domain.transaction.Hold;
import dev.corridor.domain.transaction.Hold.Gate;
import dev.corridor.domain.transaction.Hold.Reason;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * Why a payout waits, EXPECTED, before its money is set aside, and how the wait has ended.
 *
 * @param waitsFor what must happen first; once the wait has ended, what had to
 * @param createdBy the key or user that has asked for the payout
 * @param expiresAt when the payout is DECLINED unless it was decided
 * @param decidedBy the key or user that has decided; null if it waits, or its time was up
 * @param endedAt null if it waits
 * @param declinedFor why the payout will not be made; null if it waits, or the money was set aside
 */
@Serdeable
record HoldResponse(
        @Spells(Gate.class) List<String> waitsFor,
        String createdBy,
        @Spells(Instant.class) String expiresAt,
        @Nullable String decidedBy,
        @Nullable @Spells(Instant.class) String endedAt,
        @Nullable @Spells(Reason.class) String declinedFor) {

    static HoldResponse of(Hold hold) {
        return new HoldResponse(
                hold.waitsFor().stream().sorted().map(Enum::name).toList(),
                hold.maker(),
                Timestamp.format(hold.expiresAt()),
                hold.decidedBy().orElse(null),
                hold.endedAt().map(Timestamp::format).orElse(null),
                hold.declinedFor().map(Enum::name).orElse(null));
    }
}
