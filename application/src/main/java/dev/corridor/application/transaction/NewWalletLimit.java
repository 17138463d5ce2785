package dev.corridor.application.transaction;

import dev.corridor.application.access.port.Allowances;
import dev.corridor.application.access.port.Allowances.Allowance;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.access.RateLimit;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.OrganizationId;

/**
 * Rate-limits first payouts to a beneficiary, the pattern of theft with a stolen key. Counted per organization over all keys and before the
 * decision, so refused payouts count too.
 */
public interface NewWalletLimit {

    NewWalletLimit NONE = (organization, account, beneficiary) -> {};

    /** @throws BusinessException {@code RateLimitExceeded} after too many first payouts */
    void require(OrganizationId organization, AccountId account, BeneficiaryId beneficiary);

    static NewWalletLimit of(RateLimit limit, Allowances allowances, Transactions transactions) {
        return (organization, account, beneficiary) -> {
            if (transactions.isFirstPayout(organization, account, beneficiary)) {
                var spending = allowances.spend(new Allowance("new-wallets", organization.toString(), false, limit));
                if (!spending.isSpent()) {
                    throw new BusinessException(new RateLimitExceeded(spending.untilNext()));
                }
            }
        };
    }
}
