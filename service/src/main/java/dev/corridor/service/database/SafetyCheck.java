package dev.corridor.service.database;

import dev.corridor.application.Outage;
import dev.corridor.persistence.Migrations;
import dev.corridor.persistence.ServiceLogin;
import dev.corridor.service.settings.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Whether payments are safe in a database: asked before anything in it is changed, and answered with every problem at once, each with what mends it.
 * A database that is not there yet is waited for.
 */
final class SafetyCheck {

    private static final List<String> DURABILITY_SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    /** Times are compared between nodes and the database, down to the validity of quotes. */
    private static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofSeconds(1);

    /** Class 08 is a connection that cannot be made, 57P03 a server that starts or stops. Source: PostgreSQL manual, appendix "Error Codes". */
    private static final String NO_CONNECTION = "08";

    private static final String CANNOT_CONNECT_NOW = "57P03";

    /** A prepared statement that the session does not have, or has already. */
    private static final Set<String> LOST_STATEMENT = Set.of("26000", "42P05");

    private static final String OWN_SESSION = "select pg_backend_pid()";

    private final DatabaseAddress address;
    private final DataSource owner;
    private final InstantSource clock;
    private final List<String> problems = new ArrayList<>();

    SafetyCheck(DatabaseAddress address, DataSource owner, InstantSource clock) {
        this.address = address;
        this.owner = owner;
        this.clock = clock;
    }

    /**
     * @param patience how long a database that is not there is waited for
     * @throws UnusableDatabaseException if it stays away, or is unsafe
     */
    void require(Duration patience) {
        try (var first = await(patience)) {
            requireItsSession(first);
            requireDurability(first);
            requireWritable(first);
            requireRights(first);
            requireTheTime(first);
        } catch (SQLException e) {
            throw new UnusableDatabaseException("the database " + address + " cannot be used: " + e.getMessage(), e);
        }
        if (!problems.isEmpty()) {
            throw new UnusableDatabaseException("the database " + address + " cannot be used:\n  - " + String.join("\n  - ", problems));
        }
    }

    private Connection await(Duration patience) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (boolean isTold = false;; isTold = true) {
            try {
                return owner.getConnection();
            } catch (SQLException e) {
                if (!isAway(e) || System.nanoTime() > deadline) {
                    throw e;
                }
                if (!isTold) {
                    System.err.println("corridor: waits for the database " + address + ", up to " + patience.toSeconds() + " s");
                }
                pause();
            }
        }
    }

    private static boolean isAway(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return state.startsWith(NO_CONNECTION) || state.equals(CANNOT_CONNECT_NOW);
    }

    private static void pause() {
        try {
            Thread.sleep(Outage.TRIED_AGAIN_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableDatabaseException("interrupted while waiting for the database");
        }
    }

    /** A pooler that gives a server's session to others between transactions loses the role, the prepared statements and the notifications. */
    private void requireItsSession(Connection first) throws SQLException {
        if (!keepsItsSession(first)) {
            throw new UnusableDatabaseException("the database " + address + " cannot be used: a pooler in front of it gives each transaction another"
                    + " session. Let it pool by sessions (PgBouncer: pool_mode = session), or connect past it.");
        }
    }

    private boolean keepsItsSession(Connection first) throws SQLException {
        try (var second = owner.getConnection()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            var before = text(first, OWN_SESSION);
            first.commit();
            // As long as this transaction of the other is open, it has the session to itself.
            var other = text(second, OWN_SESSION);
            var after = text(first, OWN_SESSION);
            first.commit();
            second.commit();
            first.setAutoCommit(true);
            return !before.equals(other) && before.equals(after);
        } catch (SQLException e) {
            if (LOST_STATEMENT.contains(String.valueOf(e.getSQLState()))) {
                return false;
            }
            throw e;
        }
    }

    /** Acknowledged payments must survive a crash. */
    private void requireDurability(Connection connection) throws SQLException {
        for (var setting : DURABILITY_SETTINGS) {
            if (text(connection, "show " + setting).equals("off")) {
                problems.add("it has " + setting + " = off, and would lose payments: switch it on");
            }
        }
    }

    private void requireWritable(Connection connection) throws SQLException {
        if (isTrue(connection, "select pg_is_in_recovery()")) {
            problems.add("it is a standby, which cannot be written: name the primary");
        } else if (text(connection, "show transaction_read_only").equals("on")) {
            problems.add("its sessions are read-only: alter database " + text(connection, "select quote_ident(current_database())")
                    + " set default_transaction_read_only = off");
        }
    }

    /** The migrations make the role in which the service works, and all tables. */
    private void requireRights(Connection connection) throws SQLException {
        if (address.isOfTheServiceRole()) {
            if (!ServiceLogin.isPrepared(connection)) {
                problems.add(
                        "its owner has not let " + Migrations.SERVICE_ROLE + " in: with the owner's address, `./corridor prepare-database login`");
            }
            return;
        }
        var user = text(connection, "select quote_ident(current_user)");
        boolean isThere = isTrue(connection, "select exists(select from pg_roles where rolname = '" + Migrations.SERVICE_ROLE + "')");
        boolean mayMakeRoles = isTrue(connection, "select rolsuper or rolcreaterole from pg_roles where rolname = current_user");
        if (!isThere && !mayMakeRoles) {
            problems.add("its user may not make the role in which the service works: create role " + Migrations.SERVICE_ROLE + " nologin; grant "
                    + Migrations.SERVICE_ROLE + " to " + user + ";");
        } else if (isThere && !mayMakeRoles && !isTrue(connection, "select pg_has_role('" + Migrations.SERVICE_ROLE + "', 'member')")) {
            problems.add("its user may not take the role on in which the service works: grant " + Migrations.SERVICE_ROLE + " to " + user + ";");
        }
        if (!isTrue(connection, "select coalesce(has_schema_privilege(current_schema(), 'create'), false)")) {
            problems.add("its user may not make tables: grant usage, create on schema "
                    + text(connection, "select coalesce(quote_ident(current_schema()), 'public')")
                    + " to " + user + ";");
        }
    }

    private void requireTheTime(Connection connection) throws SQLException {
        var before = clock.instant();
        Instant theirs;
        try (var statement = connection.createStatement(); var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            theirs = row.getTimestamp(1).toInstant();
        }
        var roundTrip = Duration.between(before, clock.instant());
        var difference = Duration.between(before.plus(roundTrip.dividedBy(2)), theirs).abs().minus(roundTrip.dividedBy(2));
        if (difference.compareTo(MAX_CLOCK_DIFFERENCE) > 0) {
            problems.add("its clock and this machine's differ by " + difference.toMillis() + " ms, and may by " + MAX_CLOCK_DIFFERENCE.toMillis()
                    + ": synchronize both");
        }
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        return text(connection, question).equals("t");
    }

    private static String text(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
