package dev.corridor.http.api.transaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.corridor.domain.transaction.Hold;
import dev.corridor.domain.transaction.Hold.Gate;
import dev.corridor.domain.transaction.Hold.Reason;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Why a payout waits, EXPECTED, before its money is set aside, and how the wait has ended.
 *
 * @param waitsFor what must happen first; once the wait has ended, what had to
 * @param passed what of it has happened
 * @param executeAt the time that was chosen; only if it waits for it
 * @param createdBy the key or user that has asked for the payout
 * @param expiresAt when the payout is DECLINED unless it was decided
 * @param decidedBy the key, user or operator that has decided last; null if none has
 * @param endedAt null if it waits
 * @param declinedFor why the payout will not be made; null if it waits, or the money was set aside
 * @param refusal what was said when the money was to be set aside; only if it is declined for that
 */
@Serdeable
record HoldResponse(
        @Spells(Gate.class) List<String> waitsFor,
        @Spells(Gate.class) List<String> passed,
        String createdBy,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Spells(Instant.class) String executeAt,
        @Spells(Instant.class) String expiresAt,
        @Nullable String decidedBy,
        @Nullable @Spells(Instant.class) String endedAt,
        @Nullable @Spells(Reason.class) String declinedFor,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) RefusalResponse refusal) {

    /** An error that was met without a request. */
    @Serdeable
    record RefusalResponse(@Spells(ErrorCode.class) String code, String message) {

        static RefusalResponse of(Hold.Refusal refusal) {
            return new RefusalResponse(refusal.code(), refusal.message());
        }
    }

    static HoldResponse of(Hold hold) {
        return new HoldResponse(
                names(hold.waitsFor()),
                names(hold.passed()),
                hold.maker(),
                hold.executeAt().map(Timestamp::format).orElse(null),
                Timestamp.format(hold.expiresAt()),
                hold.decidedBy().orElse(null),
                hold.endedAt().map(Timestamp::format).orElse(null),
                hold.declinedFor().map(Enum::name).orElse(null),
                hold.refusal().map(RefusalResponse::of).orElse(null));
    }

    private static List<String> names(Set<Gate> gates) {
        return gates.stream().sorted().map(Enum::name).toList();
    }
}
