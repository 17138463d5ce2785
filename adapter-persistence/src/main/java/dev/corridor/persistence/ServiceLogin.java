package dev.corridor.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The role of the service as a login of its own: for an operator who keeps the owner of the tables from the machines that serve, and for an engine that logs
 * in elsewhere as the role that asks it. Such a login cannot migrate; the owner does so.
 */
public final class ServiceLogin {

    private static final String MAY_LOG_IN = "select rolcanlogin from pg_roles where rolname = '" + Migrations.SERVICE_ROLE + "'";

    /** It compares the schema with the program's. Databases may be closed to all who are not named. */
    private static final String GRANTS = """
            do $$
            begin
              execute format('grant connect on database %%I to %1$s', current_database());
              execute format('grant usage on schema %%I to %1$s', current_schema());
              grant select on flyway_schema_history to %1$s;
            end
            $$
            """.formatted(Migrations.SERVICE_ROLE);

    private static final String MAY_SEE_THE_SCHEMA = "select coalesce(has_table_privilege(to_regclass('flyway_schema_history'), 'select'), false)";

    private ServiceLogin() {}

    /**
     * Lets the role log in, with this password if it could not before. Safe to repeat.
     *
     * @param owner of the tables, which are there; may administer the role
     * @return whether it could not before
     */
    public static boolean make(DataSource owner, String password) {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute(GRANTS);
            if (isTrue(connection, MAY_LOG_IN)) {
                return false;
            }
            // Its hash is made here, so that no log of the server has the password.
            connection.unwrap(PGConnection.class).alterUserPassword(Migrations.SERVICE_ROLE, password.toCharArray(), null);
            statement.execute("alter role " + Migrations.SERVICE_ROLE + " login");
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("the role of the service cannot be let in: " + e.getMessage(), e);
        }
    }

    /** Whether the owner has prepared the database for this login. */
    public static boolean isPrepared(Connection connection) throws SQLException {
        return isTrue(connection, MAY_SEE_THE_SCHEMA);
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
