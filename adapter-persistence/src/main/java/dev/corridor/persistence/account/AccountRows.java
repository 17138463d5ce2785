package dev.corridor.persistence.account;

import static dev.corridor.persistence.Columns.instant;
import static dev.corridor.persistence.Columns.uuid;

import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.AccountStatus;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Accounts as they stand in their table. */
public final class AccountRows implements RowMapper<Account> {

    public static final String SELECT =
            """
            select account_id, organization_id, name, description, is_primary, status, created_at, updated_at
            from accounts
            """;

    private static final String RECORD =
            """
            insert into accounts (account_id, organization_id, name, description, is_primary, status, created_at, updated_at)
            select *
            from unnest(:accounts.id, :accounts.organization, :accounts.name, :accounts.description, :accounts.primary,
                :accounts.status, :accounts.createdAt, :accounts.updatedAt)
            """;

    /** Writes new accounts. */
    public static void record(List<Account> accounts, Pipeline pipeline) {
        pipeline.update(RECORD, accounts)
                .bind("accounts.id", UUID.class, account -> account.id().uuid())
                .bind("accounts.organization", UUID.class, account -> account.organization().uuid())
                .bind("accounts.name", String.class, Account::name)
                .bind("accounts.description", String.class, Account::description)
                .bind("accounts.primary", Boolean.class, Account::primary)
                .bind("accounts.status", String.class, account -> account.status().name())
                .bind("accounts.createdAt", Instant.class, Account::createdAt)
                .bind("accounts.updatedAt", Instant.class, Account::updatedAt);
    }

    @Override
    public Account map(ResultSet row, StatementContext context) throws SQLException {
        return new Account(
                new AccountId(uuid(row, "account_id")),
                new OrganizationId(uuid(row, "organization_id")),
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("is_primary"),
                AccountStatus.valueOf(row.getString("status")),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }
}
