package dev.corridor.memory;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.application.funding.port.FundingSource;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.AccountStatus;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.CreditorReference;
import dev.corridor.domain.funding.FundingDetails.BankReference;
import dev.corridor.domain.funding.FundingDetails.CryptoAddress;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.funding.FundingMethodId;
import dev.corridor.domain.funding.FundingMethodStatus;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;
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
    public int provide(FundingSource source, TimeOrderedIds ids, Instant now, int limit) {
        synchronized (memory) {
            var without = memory.accounts.values().stream()
                    .filter(account -> account.status() != AccountStatus.CLOSED && !memory.depositAddresses.containsKey(place(source, account)))
                    .limit(limit)
                    .toList();
            without.forEach(account -> provide(account, source, ids, now));
            return without.size();
        }
    }

    private void provide(Account account, FundingSource source, TimeOrderedIds ids, Instant now) {
        memory.fundingMethods
                .replaceAll((id, method) -> isOf(source.rail(), method) && method.account().equals(account.id()) ? replaced(method) : method);
        long index = memory.depositAddresses.keySet().stream().filter(place -> place.startsWith(of(source))).count();
        memory.depositAddresses.put(place(source, account), index);
        add(new FundingMethod(
                new FundingMethodId(ids.next()),
                account.organization(),
                account.id(),
                "",
                FundingMethodStatus.ACTIVE,
                source.assets(),
                source.details(account.id(), index),
                now));
    }

    private static FundingMethod replaced(FundingMethod method) {
        return new FundingMethod(
                method.id(),
                method.organization(),
                method.account(),
                method.name(),
                FundingMethodStatus.INACTIVE,
                method.assets(),
                method.details(),
                method.createdAt());
    }

    private static String of(FundingSource source) {
        return source.rail() + " " + source.fingerprint();
    }

    private static String place(FundingSource source, Account account) {
        return of(source) + " " + account.id();
    }

    private static boolean isOf(String rail, FundingMethod method) {
        return method.details().rail().equals(rail);
    }

    @Override
    public List<String> addresses(ChainName chain, String after, int limit) {
        synchronized (memory) {
            return memory.fundingMethods.values().stream()
                    .filter(method -> isOf(chain.name(), method))
                    .map(method -> ((CryptoAddress) method.details()).address())
                    .filter(address -> address.compareTo(after) > 0)
                    .sorted()
                    .limit(limit)
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

    @Override
    public Optional<FundingMethod> findByReference(CreditorReference reference) {
        synchronized (memory) {
            return memory.fundingMethods.values().stream()
                    .filter(method -> method.details() instanceof BankReference bank && bank.reference().equals(reference))
                    .findAny();
        }
    }
}
