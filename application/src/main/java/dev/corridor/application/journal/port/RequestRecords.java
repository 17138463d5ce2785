package dev.corridor.application.journal.port;

import dev.corridor.domain.journal.RequestId;
import dev.corridor.domain.journal.RequestRecord;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The journal, as an organization sees its own part. */
public interface RequestRecords {

    /** Keeps a batch. The last seconds before a crash of the database may be lost: nothing waits for the disk. */
    void add(List<RequestRecord> requests);

    Optional<RequestRecord> find(OrganizationId organization, RequestId id);

    /**
     * Deletes the oldest day of requests if it lies before that moment. Whether a day was deleted, so there may be more. Safe on several nodes at once.
     */
    boolean removeOldestDay(Instant before);
}
