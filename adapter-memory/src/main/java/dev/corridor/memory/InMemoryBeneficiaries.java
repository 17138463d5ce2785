package dev.corridor.memory;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.beneficiary.port.Beneficiaries;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.BeneficiaryStatus;
import dev.corridor.domain.beneficiary.BeneficiaryType;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

/** Beneficiaries; lists omit archived ones. */
final class InMemoryBeneficiaries implements Beneficiaries {

    private final Memory memory;

    InMemoryBeneficiaries(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Beneficiary> find(OrganizationId organization, AccountId account, BeneficiaryId id) {
        synchronized (memory) {
            return memory.beneficiary(id).filter(organization::owns).filter(found -> found.account().equals(account));
        }
    }

    @Override
    public Page<Beneficiary> page(
            OrganizationId organization, AccountId account, Optional<BeneficiaryType> type, PageRequest<BeneficiaryId> request) {
        synchronized (memory) {
            return Memory.page(
                    organization,
                    memory.beneficiaries.values(),
                    found -> found.account().equals(account)
                            && found.status() != BeneficiaryStatus.ARCHIVED
                            && type.stream().allMatch(found.destination().type()::equals),
                    found -> found.id().uuid(),
                    request.map(BeneficiaryId::uuid));
        }
    }
}
