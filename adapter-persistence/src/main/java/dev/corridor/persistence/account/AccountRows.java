package dev.corridor.persistence.account;

import static dev.corridor.persistence.Columns.instant;
import static dev.corridor.persistence.Columns.uuid;

import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.AccountStatus;
import dev.corridor.domain.organization.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Accounts as they stand in their table. */
public final class AccountRows implements RowMapper<Account> {

    public static final String SELECT =
            """
            select account_id, organization_id, name, description, is_primary, status, created_at, updated_at
            from accounts
            """;

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
