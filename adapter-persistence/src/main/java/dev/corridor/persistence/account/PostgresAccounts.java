package dev.corridor.persistence.account;

import static dev.corridor.persistence.ColumnTypes.uuid;

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
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.TenantQuery;
import dev.corridor.persistence.organization.ResidenceRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresAccounts implements Accounts {

    private static final String OWNER = "select organization_id from accounts where account_id = :id and not " + ResidenceRows.isGone("accounts");

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
        return new TenantQuery<>(organization, AccountRows.SELECT, accountRows)
                .where("account_id = :id", "id", id.uuid())
                .find(jdbi);
    }

    @Override
    public Optional<OrganizationId> owner(AccountId id) {
        return jdbi.withHandle(handle -> handle.createQuery(OWNER)
                .bind("id", id.uuid())
                .map((row, context) -> new OrganizationId(uuid(row, "organization_id")))
                .findOne());
    }

    @Override
    public Page<Account> page(OrganizationId organization, PageRequest<AccountId> request) {
        return new TenantQuery<>(organization, AccountRows.SELECT, accountRows)
                .page(jdbi, "account_id", request, AccountId::uuid);
    }

    @Override
    public List<Balance> balances(OrganizationId organization, List<AccountId> ids) {
        return new TenantQuery<>(organization, BalanceRows.SELECT, balanceRows)
                .whereAny("account_id = any(:ids)", "ids", UUID.class, ids.stream().map(AccountId::uuid).toList())
                .list(jdbi, "account_id, asset collate \"C\"");
    }

    @Override
    public Balance balanceBefore(OrganizationId organization, AccountId id, Asset asset, Instant instant) {
        return jdbi.withHandle(handle -> balanceRows.before(organization, id, asset, instant, handle));
    }

    @Override
    public Optional<Account> findPrimary(OrganizationId organization) {
        return new TenantQuery<>(organization, AccountRows.SELECT, accountRows).where("is_primary").find(jdbi);
    }
}
