package dev.corridor.http.api.funding;

import dev.corridor.application.funding.GetFundingMethod;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.funding.FundingMethodId;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/funding-methods")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Accounts")
final class FundingMethodController {

    private final GetFundingMethod getFundingMethod;

    FundingMethodController(GetFundingMethod getFundingMethod) {
        this.getFundingMethod = getFundingMethod;
    }

    /** Read a way to pay one of your accounts from outside. The platform provides them; an account names its own. */
    @Get("/{fundingMethodId}")
    @Performs(GetFundingMethod.class)
    @RequiresPermission(Permission.ACCOUNTS_READ)
    FundingMethodResponse getFundingMethod(@Authenticated Caller caller, @Spells(FundingMethodId.class) String fundingMethodId) {
        var id = Parameter.parse("fundingMethodId", fundingMethodId, FundingMethodId::parse);
        return FundingMethodResponse.of(getFundingMethod.get(new GetFundingMethod.Command(caller, id)));
    }
}
