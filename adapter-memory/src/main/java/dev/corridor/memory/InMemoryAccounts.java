package dev.corridor.memory;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Accounts with current and past balances. */
final class InMemoryAccounts implements Accounts {

    private final Memory memory;

    InMemoryAccounts(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void add(Account account) {
        synchronized (memory) {
            memory.accounts.put(account.id(), account);
        }
    }

    @Override
    public Optional<Account> find(OrganizationId organization, AccountId id) {
        synchronized (memory) {
            return memory.account(id).filter(organization::owns);
        }
    }

    @Override
    public Optional<Holding> holding(OrganizationId organization, AccountId id) {
        synchronized (memory) {
            return find(organization, id).map(account -> new Holding(account, balances(organization, id)));
        }
    }

    @Override
    public Optional<OrganizationId> owner(AccountId id) {
        synchronized (memory) {
            return memory.account(id).map(Account::organization);
        }
    }

    @Override
    public Page<Account> page(OrganizationId organization, PageRequest<AccountId> request) {
        synchronized (memory) {
            return Memory.page(
                    organization, memory.accounts.values(), account -> true, account -> account.id().uuid(), request.map(AccountId::uuid));
        }
    }

    @Override
    public List<Balance> balances(OrganizationId organization, List<AccountId> ids) {
        synchronized (memory) {
            return ids.stream()
                    .flatMap(id -> find(organization, id).stream())
                    .flatMap(account -> memory.balances(account.id()).stream())
                    .sorted(Comparator.comparing((Balance balance) -> balance.account().toString()).thenComparing(balance -> balance.asset().code()))
                    .toList();
        }
    }

    @Override
    public Balance balanceBefore(OrganizationId organization, AccountId id, Asset asset, Instant instant) {
        synchronized (memory) {
            return memory.balanceBefore(organization, id, asset, instant);
        }
    }

    @Override
    public Optional<Account> findPrimary(OrganizationId organization) {
        synchronized (memory) {
            return memory.accounts.values().stream().filter(organization::owns).filter(Account::primary).findFirst();
        }
    }
}
