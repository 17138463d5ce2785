package dev.corridor.application.funding.port;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.CreditorReference;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.funding.FundingMethodId;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Where accounts are paid from outside. */
public interface FundingMethods {

    void add(FundingMethod method);

    Optional<FundingMethod> find(OrganizationId organization, FundingMethodId id);

    /** Those of some accounts that are ACTIVE, the oldest first. */
    List<FundingMethod> active(OrganizationId organization, List<AccountId> accounts);

    /**
     * The same of one account, for a caller that cannot wait. These methods are at hand.
     *
     * @param answers completes the stage, unless it is complete already
     */
    default CompletionStage<List<FundingMethod>> active(OrganizationId organization, AccountId account, Executor answers) {
        return CompletableFuture.completedStage(active(organization, List.of(account)));
    }

    /**
     * Gives accounts that have none of the source its next ones, and makes their earlier ones of the rail INACTIVE. Closed accounts get none.
     *
     * @return how many were given; less than the limit if no account is left
     */
    int provide(FundingSource source, TimeOrderedIds ids, Instant now, int limit);

    /** The addresses that take money in on the chain, whatever their status, in their order, after that one. */
    List<String> addresses(ChainName chain, String after, int limit);

    /** The one that takes money in at the address, whatever its status and its organization. */
    Optional<FundingMethod> findByAddress(ChainName chain, String address);

    /** Likewise, of the reference. */
    Optional<FundingMethod> findByReference(CreditorReference reference);
}
