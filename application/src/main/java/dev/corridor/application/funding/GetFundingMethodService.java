package dev.corridor.application.funding;

import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.funding.FundingMethod;

public final class GetFundingMethodService implements GetFundingMethod {

    private final FundingMethods methods;

    public GetFundingMethodService(FundingMethods methods) {
        this.methods = methods;
    }

    @Override
    public FundingMethod get(Command command) {
        return methods.find(command.caller().organization(), command.method())
                .orElseThrow(() -> new BusinessException(new NotFound("Funding method")));
    }
}
