package dev.corridor.persistence.account;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.reference;
import static dev.corridor.persistence.ColumnTypes.textOrNull;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.AccountStatus;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Accounts as they stand in their table. */
public final class AccountRows implements RowMapper<Account> {

    public static final String COLUMNS = "account_id, organization_id, reference, name, description, is_primary, status, created_at, updated_at";

    public static final String SELECT = "select " + COLUMNS + "\nfrom accounts\n";

    private static final BulkInsert<Account> RECORDING = BulkInsert.<Account>into("accounts")
            .uuid("account_id", account -> account.id().uuid())
            .uuid("organization_id", account -> account.organization().uuid())
            .text("reference", account -> textOrNull(account.reference()))
            .text("name", Account::name)
            .text("description", Account::description)
            .bool("is_primary", Account::primary)
            .text("status", account -> account.status().name())
            .timestamp("created_at", Account::createdAt)
            .timestamp("updated_at", Account::updatedAt)
            .onConflict(
                    "account_id, organization_id",
                    """
                    do update set name = excluded.name, description = excluded.description, status = excluded.status,
                        updated_at = excluded.updated_at
                    """);

    public static final Statement RECORD = RECORDING.statement();

    /** Inserts or updates. */
    public static void record(List<Account> accounts, Statements statements) {
        RECORDING.record(accounts, statements);
    }

    @Override
    public Account map(ResultSet row, StatementContext context) throws SQLException {
        return new Account(
                new AccountId(uuid(row, "account_id")),
                new OrganizationId(uuid(row, "organization_id")),
                reference(row, Kind.ACCOUNT),
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("is_primary"),
                AccountStatus.valueOf(row.getString("status")),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }
}
