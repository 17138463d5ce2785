package dev.corridor.memory;

import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.FundingDetails.CryptoAddress;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.funding.FundingMethodId;
import dev.corridor.domain.funding.FundingMethodStatus;
import dev.corridor.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

final class InMemoryFundingMethods implements FundingMethods {

    private final Memory memory;

    InMemoryFundingMethods(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void add(FundingMethod method) {
        synchronized (memory) {
            memory.fundingMethods.put(method.id(), method);
        }
    }

    @Override
    public Optional<FundingMethod> find(OrganizationId organization, FundingMethodId id) {
        synchronized (memory) {
            return Optional.ofNullable(memory.fundingMethods.get(id)).filter(organization::owns);
        }
    }

    @Override
    public List<FundingMethod> active(OrganizationId organization, List<AccountId> accounts) {
        synchronized (memory) {
            return memory.fundingMethods.values().stream()
                    .filter(organization::owns)
                    .filter(method -> method.status() == FundingMethodStatus.ACTIVE && accounts.contains(method.account()))
                    .toList();
        }
    }

    @Override
    public Optional<FundingMethod> findByAddress(ChainName chain, String address) {
        synchronized (memory) {
            return memory.fundingMethods.values().stream()
                    .filter(method -> method.details().equals(new CryptoAddress(chain, address)))
                    .findAny();
        }
    }
}
