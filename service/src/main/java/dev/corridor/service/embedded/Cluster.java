package dev.corridor.service.embedded;

import dev.corridor.service.settings.DatabaseAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL cluster of a data directory: its files and its server. Creating, starting and stopping it requires the directory's lock. */
final class Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    /** Sessions for the service's pool and for tools. */
    static final int MAX_CONNECTIONS = 120;

    private static final String LOOPBACK = "127.0.0.1";
    private static final String USER = "corridor";
    private static final String DATABASE = "corridor";
    private static final int PASSWORD_BYTES = 32;

    /** Another program may take the free port first, and the processes of a killed PostgreSQL may need a moment to end. */
    private static final int START_ATTEMPTS = 5;

    private static final long PAUSE_BETWEEN_ATTEMPTS_MILLIS = 200;

    /** After a crash PostgreSQL first replays its log, which takes seconds, or minutes on a slow disk. */
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    /** Enough for a shutdown checkpoint. After that an immediate shutdown, with a replay of the log at the next start. */
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private static final int LOGIN_LIMIT_SECONDS = 5;
    private static final int LOG_LINES_SHOWN = 20;

    /**
     * Command-line settings, which take precedence over the cluster's files. The first three ensure durability. Failed statements are not
     * logged: clients get the errors, and values may be personal data.
     */
    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "listen_addresses=" + LOOPBACK,
            "unix_socket_directories=",
            "max_connections=" + MAX_CONNECTIONS,
            "timezone=UTC",
            "log_timezone=UTC",
            "log_min_messages=log",
            "log_checkpoints=off");

    private static final String LOG_FILE = "postgres.log";

    /** What is no data. */
    private static final Set<String> OF_A_PROCESS = Set.of(LOG_FILE, DirectoryLock.FILE_NAME);

    private final Path directory;
    private final Path files;
    private final Path passwordFile;
    private final Path log;

    Cluster(Path dataDirectory) {
        this.directory = dataDirectory;
        this.files = dataDirectory.resolve("postgres");
        this.passwordFile = dataDirectory.resolve("postgres.password");
        this.log = dataDirectory.resolve(LOG_FILE);
    }

    boolean exists() {
        return Files.exists(files);
    }

    /** The files get their final name when they are complete; the next attempt deletes the remains of a crash. */
    void create(PostgresPrograms programs) throws IOException {
        var partial = directory.resolve("postgres.partial");
        FileTree.delete(partial);
        writePassword();
        programs.run("initdb", List.of(
                "--pgdata=" + partial,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                // Repeated hashing makes passwords of people safer, not one of 256 random bits, and each connection would take its time.
                "--set=scram_iterations=1",
                "--encoding=UTF8",
                // The same sort order and letter case on every platform, independent of its locales.
                "--no-locale",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        Files.move(partial, files, StandardCopyOption.ATOMIC_MOVE);
        force(directory, StandardOpenOption.READ);
        LOG.info("Created a database in {}", files);
    }

    /**
     * Copies the running cluster, with the keys beside it, to a directory that gets its name when it is complete and on the disk. It can be used as a
     * data directory.
     */
    void backUp(DatabaseAddress address, Path backup) throws IOException {
        var partial = backup.resolveSibling(backup.getFileName() + ".partial");
        FileTree.delete(partial);
        Files.createDirectories(partial, FileTree.OWNER_ONLY);
        try (var connection = connect(address)) {
            new BaseBackup(connection, files, partial.resolve(files.getFileName())).make();
        } catch (SQLException e) {
            throw new EmbeddedDatabaseException("there is no backup: " + e.getMessage(), e);
        }
        copyBeside(directory, partial);
        FileTree.force(partial);
        Files.move(partial, backup, StandardCopyOption.ATOMIC_MOVE);
        force(backup.toAbsolutePath().getParent(), StandardOpenOption.READ);
    }

    /** The cluster, too, gets its name when it is complete. */
    void restore(Path backup) throws IOException {
        var partial = directory.resolve("postgres.partial");
        FileTree.delete(partial);
        copyBeside(backup, directory);
        FileTree.copy(backup.resolve(files.getFileName()), partial);
        FileTree.force(partial);
        Files.move(partial, files, StandardCopyOption.ATOMIC_MOVE);
        force(directory, StandardOpenOption.READ);
    }

    /** The password of the database, and the keys that are kept with it. */
    private void copyBeside(Path from, Path to) throws IOException {
        try (var beside = Files.list(from)) {
            for (var file : beside.filter(Files::isRegularFile).filter(file -> !OF_A_PROCESS.contains(file.getFileName().toString())).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    DatabaseAddress start(PostgresPrograms programs) throws IOException {
        int port = startServer(programs);
        try {
            createDatabaseIfMissing(port);
            LOG.info("PostgreSQL runs on port {}", port);
            return address(DATABASE, port);
        } catch (SQLException e) {
            stop(programs);
            throw new EmbeddedDatabaseException("PostgreSQL started on " + directory + " but cannot be used: " + e.getMessage(), e);
        }
    }

    /** Starts the server again where it was, after it has ended by itself. */
    void restart(PostgresPrograms programs, DatabaseAddress address) throws IOException {
        clearOrphan(programs);
        programs.run("pg_ctl", startArguments(portOf(address)));
    }

    boolean isRunning() throws IOException {
        return Postmaster.find(files).filter(Postmaster::isRunning).isPresent();
    }

    /** Removes the remains of a killed service: its PostgreSQL, including sessions, or only the pid file. */
    void clearOrphan(PostgresPrograms programs) throws IOException {
        var orphan = Postmaster.find(files).filter(Postmaster::isRunning);
        if (orphan.isPresent()) {
            LOG.warn("Stopping the PostgreSQL (process {}) that a killed service left on {}", orphan.get().processId(), directory);
            stop(programs);
        } else {
            // PostgreSQL would trust the file if another process had the same id now.
            Files.deleteIfExists(Postmaster.file(files));
        }
    }

    void stop(PostgresPrograms programs) throws IOException {
        if (!isRunning()) {
            LOG.warn("PostgreSQL ended unexpectedly, see {}", log);
            return;
        }
        try {
            programs.run("pg_ctl", stopArguments("fast"));
        } catch (EmbeddedDatabaseException e) {
            LOG.warn("PostgreSQL did not stop in time, so it is stopped at once", e);
            programs.run("pg_ctl", stopArguments("immediate"));
        }
    }

    /** The address of the running server, once it accepts logins. */
    Optional<DatabaseAddress> findRunning() throws IOException {
        var postmaster = Postmaster.find(files).filter(Postmaster::isRunning);
        if (postmaster.isEmpty()) {
            return Optional.empty();
        }
        var address = address(DATABASE, postmaster.get().port());
        try (var connection = connect(address)) {
            return connection.isValid(LOGIN_LIMIT_SECONDS) ? Optional.of(address) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private int startServer(PostgresPrograms programs) throws IOException {
        for (int attempt = 1;; attempt++) {
            int port = findFreePort();
            try {
                programs.run("pg_ctl", startArguments(port));
                return port;
            } catch (EmbeddedDatabaseException e) {
                if (attempt == START_ATTEMPTS) {
                    throw new EmbeddedDatabaseException(
                            "PostgreSQL does not start on " + directory + ". " + e.getMessage() + "\nThe end of " + log + ":\n" + endOfLog(), e);
                }
                pause();
            }
        }
    }

    private List<String> startArguments(int port) {
        var options = SETTINGS.stream().map(setting -> " -c " + setting).collect(Collectors.joining("", "-p " + port, ""));
        return List.of(
                "start",
                "--pgdata=" + files,
                "--log=" + log,
                "--options=" + options,
                "--wait",
                "--timeout=" + START_LIMIT.toSeconds());
    }

    private List<String> stopArguments(String mode) {
        return List.of("stop", "--pgdata=" + files, "--mode=" + mode, "--wait", "--timeout=" + STOP_LIMIT.toSeconds());
    }

    private void createDatabaseIfMissing(int port) throws IOException, SQLException {
        try (var connection = connect(address("postgres", port));
                var statement = connection.createStatement()) {
            boolean exists;
            try (var rows = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                exists = rows.next();
            }
            if (!exists) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private static int portOf(DatabaseAddress address) {
        return URI.create(address.url().substring("jdbc:".length())).getPort();
    }

    private DatabaseAddress address(String database, int port) throws IOException {
        var url = "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database;
        return new DatabaseAddress(url, USER, Files.readString(passwordFile));
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        var properties = new Properties();
        PGProperty.USER.set(properties, address.user());
        PGProperty.PASSWORD.set(properties, address.password());
        PGProperty.LOGIN_TIMEOUT.set(properties, LOGIN_LIMIT_SECONDS);
        return DriverManager.getConnection(address.url(), properties);
    }

    private void writePassword() throws IOException {
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, HexFormat.of().formatHex(random));
        force(passwordFile, StandardOpenOption.WRITE);
    }

    /** Syncs a file, or a directory's entries, because PostgreSQL does so for its own files only. */
    private static void force(Path path, OpenOption mode) throws IOException {
        try (var channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private static int findFreePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String endOfLog() throws IOException {
        if (Files.notExists(log)) {
            return "(there is none)";
        }
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_BETWEEN_ATTEMPTS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseException("interrupted while PostgreSQL was to start", e);
        }
    }
}
