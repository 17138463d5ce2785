package dev.corridor.persistence.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.corridor.persistence.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * A fresh, migrated database on a real PostgreSQL. The server starts with the first one and ends with the JVM. It may lose data when the
 * machine crashes, which makes it fast and unfit for anything but tests.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final String TEMPLATE = "corridor_template";
    private static final int POOL_SIZE = 12;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final HikariDataSource pool;

    private TestDatabase(String name) {
        this.name = name;
        this.pool = new HikariDataSource(poolOf(name));
    }

    public static TestDatabase create() {
        var name = "corridor_" + COUNT.incrementAndGet();
        Server.execute("create database " + name + " template " + TEMPLATE);
        return new TestDatabase(name);
    }

    /** A database without tables. */
    public static DataSource createEmpty() {
        var name = "empty_" + COUNT.incrementAndGet();
        Server.execute("create database " + name);
        return Server.POSTGRES.getDatabase(SUPERUSER, name);
    }

    /** A small pool whose connections work in the service's role, as they do in production. */
    public DataSource dataSource() {
        return pool;
    }

    /** A pool of its own for another node, to be closed with it. */
    public HikariDataSource anotherPool() {
        return new HikariDataSource(poolOf(name));
    }

    /** Connects as superuser, without a pool: it may do what the service must not. */
    public DataSource superuser() {
        return Server.POSTGRES.getDatabase(SUPERUSER, name);
    }

    public String jdbcUrl() {
        return Server.POSTGRES.getJdbcUrl(SUPERUSER, name);
    }

    @Override
    public void close() {
        pool.close();
        Server.execute("drop database " + name + " with (force)");
    }

    private static HikariConfig poolOf(String name) {
        var config = new HikariConfig();
        config.setDataSource(Server.POSTGRES.getDatabase(SUPERUSER, name));
        config.setConnectionInitSql(Migrations.TAKE_ON_SERVICE_ROLE);
        config.setMaximumPoolSize(POOL_SIZE);
        return config;
    }

    /** Starts when it is first needed. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.builder().start();
                Jdbi.create(postgres.getPostgresDatabase()).useHandle(handle -> handle.execute("create database " + TEMPLATE));
                Migrations.apply(postgres.getDatabase(SUPERUSER, TEMPLATE));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void execute(String statement) {
            Jdbi.create(POSTGRES.getPostgresDatabase()).useHandle(handle -> handle.execute(statement));
        }
    }
}
