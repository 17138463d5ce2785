package dev.corridor.http.api.journal;

import dev.corridor.application.journal.GetRequest;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.http.edge.request.RequestId;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.OnBehalf;
import dev.corridor.http.edge.route.OnBehalf.Meaning;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/requests")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Audit")
final class RequestController {

    private final GetRequest getRequest;

    RequestController(GetRequest getRequest) {
        this.getRequest = getRequest;
    }

    /**
     * Read what a request of yours asked for and what came of it, by the X-Request-Id of its answer. It can be read some seconds after the answer, and for
     * seven days unless the operator has set another time. Bodies, queries and headers are not kept.
     */
    @Get("/{requestId}")
    @Performs(GetRequest.class)
    @RequiresPermission(Permission.AUDIT_READ)
    @OnBehalf(Meaning.CUSTOMER)
    RequestRecordResponse getRequest(@Authenticated Caller caller, @Spells(RequestId.class) String requestId) {
        var id = Parameter.parse("requestId", requestId, dev.corridor.domain.journal.RequestId::parse);
        return RequestRecordResponse.of(getRequest.get(new GetRequest.Command(caller, id)));
    }
}
