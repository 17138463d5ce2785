package dev.corridor.http.feed;

import dev.corridor.application.maintenance.FollowMaintenance;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.error.ServiceUnavailable.Reason;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;

/** Lets those who are connected know that there is maintenance; who comes meanwhile is told so at the door. Where nobody knows of any, there is none. */
@Context
@Requires(beans = FollowMaintenance.class)
final class MaintenanceNotice {

    MaintenanceNotice(FollowMaintenance followMaintenance, LiveConnections connections) {
        followMaintenance.follow(
                retryAfter -> retryAfter.ifPresent(wait -> connections.dismiss(new ServiceUnavailable(Reason.MAINTENANCE, wait))));
    }
}
