package dev.corridor.application.fee.port;

import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.fee.FeeScheduleVersion;
import dev.corridor.domain.organization.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fee schedules and all their versions. A decision reads its own through the books. */
public interface FeeSchedules {

    /** The schedule in force for the organization; free if there is none. */
    default FeeSchedule current(OrganizationId organization, FeeKey key) {
        return current(organization, List.of(key)).get(key);
    }

    /** The same for several kinds of payouts at once: each key has its schedule in the result. */
    Map<FeeKey, FeeSchedule> current(OrganizationId organization, List<FeeKey> keys);

    /** The newest versions, the newest first. */
    List<FeeScheduleVersion> newest(int limit);

    /** Puts the version in force. Decisions that begin afterwards charge by it. */
    void add(FeeScheduleVersion version, Optional<AuditRecord> record);
}
