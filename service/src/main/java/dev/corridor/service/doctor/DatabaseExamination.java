package dev.corridor.service.doctor;

import dev.corridor.domain.organization.Environment;
import dev.corridor.persistence.Migrations;
import dev.corridor.persistence.NewerSchemaException;
import dev.corridor.persistence.operator.SealedSecrets;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.database.UnusableDatabaseException;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.DatabaseFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether payments are safe in the database, whether this program fits it, and what waits in it for somebody. */
public final class DatabaseExamination {

    private static final String FREE_CONNECTIONS = """
            select current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer
            """;

    private static final String OLDEST_WRITING = """
            select coalesce(extract(epoch from max(clock_timestamp() - xact_start)), 0)::integer
            from pg_stat_activity
            where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()
            """;

    private static final String STANDBYS = "select count(*) from pg_stat_replication where sync_state in ('sync', 'quorum')";

    private static final String LOCKED_TOO_LONG = """
            select count(*) from transactions where status = 'LOCKED' and created_at < now() - interval '1 day'
            """;

    private static final String SUSPENSE = "select count(*) from receipts where status = 'SUSPENDED'";

    private static final String DISABLED_ENDPOINTS = "select count(*) from webhook_endpoints where is_disabled and not is_removed";

    private static final String DIFFERENCES = """
            select coalesce(string_agg(rail || ' ' || differences, ', ' order by rail), '')
            from (select distinct on (rail) rail, differences from reconciliations where compared_at is not null order by rail, compared_at desc) as newest
            where differences > 0
            """;

    private static final int OLD_SECONDS = 60;

    private final ServiceDatabase database;
    private final Settings settings;
    private final List<Finding> findings = new ArrayList<>();

    public DatabaseExamination(ServiceDatabase database, Settings settings) {
        this.database = database;
        this.settings = settings;
    }

    public List<Finding> examine() {
        try {
            database.requireSafe();
            if (isMigrated()) {
                examineOpen();
            }
        } catch (UnusableDatabaseException e) {
            findings.add(Finding.mend("database", e.getMessage()));
        } catch (SQLException e) {
            findings.add(Finding.mend("database", "it could not be asked: " + e.getMessage()));
        }
        return findings;
    }

    private boolean isMigrated() {
        try {
            int pending = Migrations.pending(database.owner());
            findings.add(pending == 0
                    ? Finding.fine("schema", "it is of this program")
                    : Finding.advice("schema", "the next start migrates it, " + pending + " steps: back up before"));
            return pending == 0;
        } catch (NewerSchemaException e) {
            findings.add(Finding.mend("schema", e.getMessage() + " Run that program."));
            return false;
        }
    }

    private void examineOpen() throws SQLException {
        try (var connection = database.owner().getConnection()) {
            findings.add(Finding.fine("database", "PostgreSQL " + text(connection, "show server_version") + " at " + database.address()));
            examineServer(connection);
            examineSecrets();
            examineMoney(connection);
        }
    }

    private void examineServer(Connection connection) throws SQLException {
        int free = number(connection, FREE_CONNECTIONS);
        int needed = settings.databasePoolSize() + DatabaseFactory.CONNECTIONS_BESIDE;
        findings.add(Finding.check(
                free >= needed,
                "connections",
                "the server has " + free + ", enough for " + free / needed + " nodes of this size",
                "the server has " + free + ", and a node takes " + needed + ": raise max_connections, or lower CORRIDOR_DATABASE_POOL_SIZE"));
        int oldest = number(connection, OLDEST_WRITING);
        findings.add(Finding.check(
                oldest < OLD_SECONDS,
                "transactions",
                "none stays open",
                "one that has written is open for " + oldest + " s, and feeds wait behind it: find it in pg_stat_activity by its xact_start"));
        if (settings.environment() == Environment.LIVE && number(connection, STANDBYS) == 0) {
            findings.add(Finding.advice("standby", "no standby is synchronous: what is acknowledged is lost with this server's disk"));
        }
    }

    private void examineSecrets() {
        settings.masterKey().ifPresent(masterKey -> {
            var found = new SealedSecrets(database.owner(), masterKey).count();
            findings.add(Finding.check(
                    found.unreadable() == 0,
                    "secrets",
                    "all " + found.all() + " can be opened"
                            + (found.former() == 0 ? "" : ", " + found.former() + " with a former master key: `seal-secrets`"),
                    found.unreadable() + " of " + found.all() + " cannot be opened: name the master key that has sealed them after a comma"));
        });
    }

    private void examineMoney(Connection connection) throws SQLException {
        int locked = number(connection, LOCKED_TOO_LONG);
        findings.add(
                Finding.check(locked == 0, "payouts", "none is LOCKED for a day", locked + " are LOCKED for more than a day: see docs/rails.md"));
        int suspended = number(connection, SUSPENSE);
        findings.add(suspended == 0
                ? Finding.fine("suspense", "nothing is in it")
                : Finding.advice("suspense", suspended + " receipts are in no account: `./corridor suspense`"));
        int disabled = number(connection, DISABLED_ENDPOINTS);
        findings.add(disabled == 0
                ? Finding.fine("webhooks", "every endpoint is asked")
                : Finding.advice("webhooks", disabled + " endpoints are disabled: their customers receive nothing"));
        var differences = text(connection, DIFFERENCES);
        findings.add(Finding.check(
                differences.isEmpty(),
                "reconciliation",
                "the books and the rails agree, as the last comparisons have found",
                "they differ, in so many places: " + differences + "; `./corridor reconcile`"));
    }

    private static int number(Connection connection, String question) throws SQLException {
        return Integer.parseInt(text(connection, question).strip());
    }

    private static String text(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
