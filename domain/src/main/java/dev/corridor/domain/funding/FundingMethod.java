package dev.corridor.domain.funding;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import java.time.Instant;
import java.util.List;

/**
 * A way to pay an account from outside. The platform provides it, without a request.
 *
 * @param name empty if it has none
 * @param assets what may be paid in
 */
public record FundingMethod(
        FundingMethodId id,
        OrganizationId organization,
        AccountId account,
        String name,
        FundingMethodStatus status,
        List<Asset> assets,
        FundingDetails details,
        Instant createdAt)
        implements Owned {

    public FundingMethod {
        assets = List.copyOf(assets);
    }
}
