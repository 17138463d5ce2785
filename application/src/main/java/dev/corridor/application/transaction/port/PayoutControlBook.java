package dev.corridor.application.transaction.port;

import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.transaction.PayoutControlsVersion;
import java.util.List;
import java.util.Optional;

/** The controls of payouts and all their versions. A decision reads its own through the books. */
public interface PayoutControlBook {

    /** The newest versions, the newest first. */
    List<PayoutControlsVersion> newest(int limit);

    /** Puts the version in force. Decisions that begin afterwards obey it. */
    void add(PayoutControlsVersion version, Optional<AuditRecord> record);
}
