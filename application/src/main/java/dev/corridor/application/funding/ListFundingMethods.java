package dev.corridor.application.funding;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.funding.FundingMethod;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Reads the ways to pay some accounts of the caller's organization: those that are ACTIVE, the oldest of an account first. */
public interface ListFundingMethods {

    @Refuses({})
    List<FundingMethod> list(Command command);

    record Command(Caller caller, List<AccountId> accounts) {}

    /**
     * The same for a caller that cannot wait.
     *
     * @param answers completes the stage
     */
    CompletionStage<List<FundingMethod>> begin(OfAccount command, Executor answers);

    record OfAccount(Caller caller, AccountId account) {}
}
