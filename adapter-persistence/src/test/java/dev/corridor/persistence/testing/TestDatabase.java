package dev.corridor.persistence.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.corridor.persistence.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh, migrated database on a real PostgreSQL: the server that {@value #ADDRESS} names, or else an embedded one, shared by the JVM. The
 * embedded one is not durable, which makes it fast and suitable for tests only.
 */
public final class TestDatabase implements AutoCloseable {

    /** A system property: {@code jdbc:postgresql://host:port/}, where the superuser {@code postgres} needs no password. */
    private static final String ADDRESS = "corridor.test.database-url";

    private static final String SUPERUSER = "postgres";

    /** Logs in by itself here; whoever starts the program takes it on. So no statement needs a right of another role. */
    private static final String SERVICE = "corridor_service";

    private static final int POOL_SIZE = 12;

    /** Unique names per process, for shared servers. */
    private static final String PROCESS = "_" + ProcessHandle.current().pid() + "_";

    private static final String TEMPLATE = "corridor" + PROCESS + "template";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final HikariDataSource pool;

    private TestDatabase(String name) {
        this.name = name;
        this.pool = new HikariDataSource(poolOf(name));
    }

    public static TestDatabase create() {
        return copyOf(TEMPLATE);
    }

    /** With the same content. Ends this one's pool, because a database that is in use cannot be copied. */
    public TestDatabase copy() {
        pool.close();
        return copyOf(name);
    }

    private static TestDatabase copyOf(String template) {
        var name = "corridor" + PROCESS + COUNT.incrementAndGet();
        Server.execute("create database " + name + " template " + template);
        return new TestDatabase(name);
    }

    /** A database without tables. */
    public static DataSource createEmpty() {
        var name = "empty" + PROCESS + COUNT.incrementAndGet();
        Server.execute("create database " + name);
        return Server.database(name);
    }

    /** A small pool in the service's role. */
    public DataSource dataSource() {
        return pool;
    }

    /** A pool for another node; the caller closes it. */
    public HikariDataSource anotherPool() {
        return new HikariDataSource(poolOf(name));
    }

    /** The superuser's connections, unpooled, with all privileges. */
    public DataSource superuser() {
        return Server.database(name);
    }

    /** For the service, in its role. */
    public String jdbcUrl() {
        return Server.jdbcUrl(name, SERVICE);
    }

    @Override
    public void close() {
        pool.close();
        Server.execute("drop database " + name + " with (force)");
    }

    private static HikariConfig poolOf(String name) {
        var config = new HikariConfig();
        config.setDataSource(Server.database(name, SERVICE));
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        return config;
    }

    /** Started on first use. */
    private static final class Server {

        private static final String URL = Optional.ofNullable(System.getProperty(ADDRESS)).orElseGet(Server::startEmbedded);

        static {
            execute("create database " + TEMPLATE);
            Migrations.apply(database(TEMPLATE));
            execute("alter role " + SERVICE + " login");
        }

        private static String startEmbedded() {
            try {
                return "jdbc:postgresql://localhost:" + EmbeddedPostgres.builder().start().getPort() + "/";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static DataSource database(String name) {
            return database(name, SUPERUSER);
        }

        static DataSource database(String name, String user) {
            var source = new PGSimpleDataSource();
            source.setURL(jdbcUrl(name, user));
            return source;
        }

        static String jdbcUrl(String name, String user) {
            return URL + name + "?user=" + user;
        }

        static void execute(String statement) {
            Jdbi.create(database(SUPERUSER)).useHandle(handle -> handle.execute(statement));
        }
    }
}
