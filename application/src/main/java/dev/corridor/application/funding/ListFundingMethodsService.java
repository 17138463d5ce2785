package dev.corridor.application.funding;

import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.domain.funding.FundingMethod;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

public final class ListFundingMethodsService implements ListFundingMethods {

    private final FundingMethods methods;

    public ListFundingMethodsService(FundingMethods methods) {
        this.methods = methods;
    }

    @Override
    public List<FundingMethod> list(Command command) {
        return methods.active(command.caller().organization(), command.accounts());
    }

    @Override
    public CompletionStage<List<FundingMethod>> begin(OfAccount command, Executor answers) {
        return methods.active(command.caller().organization(), command.account(), answers);
    }
}
