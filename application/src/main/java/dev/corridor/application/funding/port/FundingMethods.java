package dev.corridor.application.funding.port;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.funding.FundingMethodId;
import dev.corridor.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

/** Where accounts are paid from outside. */
public interface FundingMethods {

    void add(FundingMethod method);

    Optional<FundingMethod> find(OrganizationId organization, FundingMethodId id);

    /** Those of some accounts that are ACTIVE, the oldest first. */
    List<FundingMethod> active(OrganizationId organization, List<AccountId> accounts);

    /** The one that takes money in at the address, whatever its status and whoever owns it. */
    Optional<FundingMethod> findByAddress(ChainName chain, String address);
}
