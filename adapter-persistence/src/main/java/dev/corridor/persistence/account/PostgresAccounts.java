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
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.TenantQuery;
import dev.corridor.persistence.lookup.TenantLookup;
import dev.corridor.persistence.organization.ResidenceRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

public final class PostgresAccounts implements Accounts {

    private static final String OWNER = "select organization_id from accounts where account_id = :id and not " + ResidenceRows.isGone("accounts");

    /** A row for each asset, or one without. */
    private static final String SELECT_HOLDINGS = "select " + AccountRows.COLUMNS + ", asset, available, locked, changed_at"
            + """

            from accounts
            left join (select * from balances where organization_id = any(:organizations)) as balances using (account_id, organization_id)
            where account_id = any(:ids) and organization_id = any(:organizations)
            order by asset collate "C"
            """;

    private final Jdbi jdbi;
    private final AccountRows accountRows = new AccountRows();
    private final BalanceRows balanceRows;
    private final TenantLookup<AccountId, Holding> holdings;

    public PostgresAccounts(DataSource dataSource, AssetCatalogue assets, BatchScope scope) {
        this.jdbi = Database.forRequestsOn(dataSource);
        this.balanceRows = new BalanceRows(assets);
        this.holdings = new TenantLookup<>(
                jdbi,
                scope,
                new TenantLookup.Rows<>(
                        SELECT_HOLDINGS,
                        AccountId::uuid,
                        this::holdingOfOneAsset,
                        holding -> new TenantLookup.Key<>(holding.account().organization(), holding.account().id()),
                        Holding::and));
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
    public Optional<Holding> holding(OrganizationId organization, AccountId id) {
        return holdings.find(organization, id);
    }

    @Override
    public CompletionStage<Optional<Holding>> holding(OrganizationId organization, AccountId id, Executor answers) {
        return holdings.find(organization, id, answers);
    }

    private Holding holdingOfOneAsset(ResultSet row, StatementContext context) throws SQLException {
        var account = accountRows.map(row, context);
        return new Holding(account, row.getString("asset") == null ? List.of() : List.of(balanceRows.map(row, context)));
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
