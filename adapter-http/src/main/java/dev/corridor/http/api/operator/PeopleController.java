package dev.corridor.http.api.operator;

import dev.corridor.application.audit.ListAuditRecords;
import dev.corridor.application.operator.ListSuspended;
import dev.corridor.application.operator.UserAct;
import dev.corridor.application.user.OperateUser;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.api.audit.AuditRecordResponse;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.wire.Parameter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** Users who log in, what is out of use, and what was changed that concerns no organization. */
@Hidden
@Requires(property = OperatorApi.PORT)
@Controller(value = OperatorApi.PATH, port = OperatorApi.ON_ITS_PORT)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PeopleController {

    private final OperateUser operateUser;
    private final ListSuspended listSuspended;
    private final ListAuditRecords listAuditRecords;

    PeopleController(OperateUser operateUser, ListSuspended listSuspended, ListAuditRecords listAuditRecords) {
        this.operateUser = operateUser;
        this.listSuspended = listSuspended;
        this.listAuditRecords = listAuditRecords;
    }

    /** Unlock a user, or end all of their sessions. */
    @Post("/users/{act}")
    @Performs(OperateUser.class)
    OperatedUserResponse operateUser(OnDuty onDuty, @RequestOrigin Origin origin, String act, @Body OperatedUserRequest request) {
        var email = Parameter.parse("email", request.email(), EmailAddress::of);
        return operateUser.operate(Paths.act(UserAct.class, act).command(onDuty.operator(), email, origin))
                .map(OperatedUserResponse::of)
                .orElseThrow(() -> new BusinessException(new NotFound("User")));
    }

    /** List locked keys, users who are locked out, and accounts that are not ACTIVE, of all organizations. */
    @Get("/suspended")
    @Performs(ListSuspended.class)
    SuspendedResponse listSuspended(OnDuty onDuty) {
        return SuspendedResponse.of(listSuspended.list());
    }

    /** List what operators did that concerns no organization, newest first. */
    @Get("/audit")
    @Performs(ListAuditRecords.class)
    ListResponse<AuditRecordResponse> listHouseRecords(OnDuty onDuty, @RequestBean PageParameters page) {
        return Paths.records(listAuditRecords, onDuty.callerForTheHouse(), page);
    }
}
