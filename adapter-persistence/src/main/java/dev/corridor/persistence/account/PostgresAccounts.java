package dev.corridor.persistence.account;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.NewestFirst;
import dev.corridor.persistence.Pipeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresAccounts implements Accounts {

    private final Jdbi jdbi;
    private final AccountRows accountRows = new AccountRows();
    private final BalanceRows balanceRows;

    public PostgresAccounts(DataSource dataSource, AssetCatalogue assets) {
        this.jdbi = Database.forRequestsOn(dataSource);
        this.balanceRows = new BalanceRows(assets);
    }

    @Override
    public void add(Account account) {
        var pipeline = new Pipeline();
        AccountRows.record(List.of(account), pipeline);
        jdbi.useHandle(pipeline::run);
    }

    @Override
    public Optional<Account> find(OrganizationId organization, AccountId id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        AccountRows.SELECT + "where account_id = :id and organization_id = :organization")
                .bind("id", id.uuid())
                .bind("organization", organization.uuid())
                .map(accountRows)
                .findOne());
    }

    @Override
    public Page<Account> page(OrganizationId organization, PageRequest<AccountId> request) {
        return new NewestFirst<>(AccountRows.SELECT, "account_id", accountRows)
                .where("organization_id = :organization", "organization", organization.uuid())
                .page(jdbi, request, AccountId::uuid);
    }

    @Override
    public List<Balance> balances(OrganizationId organization, AccountId id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        BalanceRows.SELECT + "where account_id = :id and organization_id = :organization order by asset collate \"C\"")
                .bind("id", id.uuid())
                .bind("organization", organization.uuid())
                .map(balanceRows)
                .list());
    }

    @Override
    public Balance balanceBefore(OrganizationId organization, AccountId id, Asset asset, Instant instant) {
        return jdbi.withHandle(handle -> balanceRows.before(organization, id, asset, instant, handle));
    }

    @Override
    public Optional<Account> findPrimary(OrganizationId organization) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        AccountRows.SELECT + "where organization_id = :organization and is_primary")
                .bind("organization", organization.uuid())
                .map(accountRows)
                .findOne());
    }
}
