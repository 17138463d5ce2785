package dev.corridor.application.funding;

import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.domain.funding.FundingMethod;
import java.util.List;

public final class ListFundingMethodsService implements ListFundingMethods {

    private final FundingMethods methods;

    public ListFundingMethodsService(FundingMethods methods) {
        this.methods = methods;
    }

    @Override
    public List<FundingMethod> list(Command command) {
        return methods.active(command.caller().organization(), command.accounts());
    }
}
