package dev.corridor.application.transaction.port;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.List;

/** Payouts that wait, EXPECTED. The books change them. */
public interface Holds {

    record Waiting(OrganizationId organization, TransactionId payout) {}

    /** Those whose time has come, the longest due first. */
    List<Waiting> due(Instant now, int limit);

    /** Those that wait for the operator, the oldest first. */
    List<Waiting> underReview(int limit);

    /** Puts one that could not be ended behind the others. */
    void postpone(Waiting waiting, Instant until);
}
