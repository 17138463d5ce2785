package dev.corridor.http.api.operator;

import dev.corridor.application.maintenance.ReadMaintenance;
import dev.corridor.application.maintenance.SwitchMaintenance;
import dev.corridor.domain.audit.Origin;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.edge.route.Performs;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.Optional;

/** Maintenance, on all nodes within a second. The operator API is open meanwhile. */
@Hidden
@Requires(property = OperatorApi.PORT)
@Controller(value = OperatorApi.PATH + "/maintenance", port = OperatorApi.ON_ITS_PORT)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MaintenanceController {

    private final ReadMaintenance readMaintenance;
    private final SwitchMaintenance switchMaintenance;

    MaintenanceController(ReadMaintenance readMaintenance, SwitchMaintenance switchMaintenance) {
        this.readMaintenance = readMaintenance;
        this.switchMaintenance = switchMaintenance;
    }

    /** Read whether this node is under maintenance. */
    @Get
    @Performs(ReadMaintenance.class)
    MaintenanceResponse readMaintenance(OnDuty onDuty) {
        return MaintenanceResponse.of(readMaintenance.read());
    }

    /** Begin maintenance. */
    @Post("/on")
    @Performs(SwitchMaintenance.class)
    MaintenanceResponse begin(OnDuty onDuty, @RequestOrigin Origin origin, @Body MaintenanceRequest request) {
        return switchTo(onDuty, origin, Optional.of(request.retryAfter()));
    }

    /** End maintenance. */
    @Post("/off")
    @Consumes(MediaType.ALL)
    @Performs(SwitchMaintenance.class)
    MaintenanceResponse end(OnDuty onDuty, @RequestOrigin Origin origin) {
        return switchTo(onDuty, origin, Optional.empty());
    }

    private MaintenanceResponse switchTo(OnDuty onDuty, Origin origin, Optional<Duration> retryAfter) {
        switchMaintenance.switchTo(new SwitchMaintenance.Command(onDuty.operator(), retryAfter, origin));
        return MaintenanceResponse.of(retryAfter);
    }
}
