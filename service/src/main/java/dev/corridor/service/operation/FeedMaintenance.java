package dev.corridor.service.operation;

import dev.corridor.application.maintenance.FollowMaintenance;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.error.ServiceUnavailable.Reason;
import dev.corridor.http.feed.LiveConnections;
import jakarta.inject.Singleton;

/** Closes open WebSockets when maintenance begins; the edge refuses new ones. */
@Singleton
final class FeedMaintenance {

    FeedMaintenance(FollowMaintenance followMaintenance, LiveConnections connections) {
        followMaintenance.follow(
                retryAfter -> retryAfter.ifPresent(wait -> connections.dismiss(new ServiceUnavailable(Reason.MAINTENANCE, wait))));
    }
}
