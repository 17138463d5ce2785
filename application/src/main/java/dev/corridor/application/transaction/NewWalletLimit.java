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
 * Slows down an organization that pays wallets it has never paid before, because that is what a thief with a stolen key does. It is counted for the
 * organization as a whole, over all of its keys, before the payout is decided; so an attempt counts even if the payout is refused.
 */
public interface NewWalletLimit {

    NewWalletLimit NONE = (organization, account, beneficiary) -> {};

    /** @throws BusinessException if there were too many first payouts lately */
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
