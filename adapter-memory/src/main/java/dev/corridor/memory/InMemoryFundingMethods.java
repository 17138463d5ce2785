package dev.corridor.memory;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.funding.port.DepositKey;
import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.AccountStatus;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.FundingDetails.CryptoAddress;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.funding.FundingMethodId;
import dev.corridor.domain.funding.FundingMethodStatus;
import dev.corridor.domain.money.Asset;
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
    public int provide(ChainName chain, DepositKey key, List<Asset> assets, TimeOrderedIds ids, Instant now, int limit) {
        synchronized (memory) {
            var without = memory.accounts.values().stream()
                    .filter(account -> account.status() != AccountStatus.CLOSED && !memory.depositAddresses.containsKey(place(chain, key, account)))
                    .limit(limit)
                    .toList();
            without.forEach(account -> provide(account, chain, key, assets, ids, now));
            return without.size();
        }
    }

    private void provide(Account account, ChainName chain, DepositKey key, List<Asset> assets, TimeOrderedIds ids, Instant now) {
        memory.fundingMethods.replaceAll((id, method) -> isOn(chain, method) && method.account().equals(account.id()) ? replaced(method) : method);
        long index = memory.depositAddresses.keySet().stream().filter(place -> place.startsWith(of(chain, key))).count();
        memory.depositAddresses.put(place(chain, key, account), index);
        add(new FundingMethod(
                new FundingMethodId(ids.next()),
                account.organization(),
                account.id(),
                "",
                FundingMethodStatus.ACTIVE,
                assets,
                new CryptoAddress(chain, key.address(index)),
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

    private static String of(ChainName chain, DepositKey key) {
        return chain + " " + key.fingerprint();
    }

    private static String place(ChainName chain, DepositKey key, Account account) {
        return of(chain, key) + " " + account.id();
    }

    private static boolean isOn(ChainName chain, FundingMethod method) {
        return method.details() instanceof CryptoAddress address && address.chain() == chain;
    }

    @Override
    public List<String> addresses(ChainName chain, String after, int limit) {
        synchronized (memory) {
            return memory.fundingMethods.values().stream()
                    .filter(method -> isOn(chain, method))
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
}
