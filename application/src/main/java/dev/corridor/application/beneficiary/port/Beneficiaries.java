package dev.corridor.application.beneficiary.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.BeneficiaryType;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

/** The beneficiaries of an account, archived ones included, for the organization that owns it. */
public interface Beneficiaries {

    Optional<Beneficiary> find(OrganizationId organization, AccountId account, BeneficiaryId id);

    /** Without archived ones. */
    Page<Beneficiary> page(
            OrganizationId organization, AccountId account, Optional<BeneficiaryType> type, PageRequest<BeneficiaryId> request);
}
