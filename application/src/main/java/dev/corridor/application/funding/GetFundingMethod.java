package dev.corridor.application.funding;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.funding.FundingMethodId;

/** Reads a way to pay an account of the caller's organization. */
public interface GetFundingMethod {

    @Refuses(NotFound.class)
    FundingMethod get(Command command);

    record Command(Caller caller, FundingMethodId method) {}
}
