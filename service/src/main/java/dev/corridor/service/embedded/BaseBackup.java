package dev.corridor.service.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Copies a running cluster. Files are copied as they are, whatever is written meanwhile; the log that was written until the end of the copy makes
 * them consistent when PostgreSQL starts on them. Source: PostgreSQL manual, "Making a Base Backup Using the Low Level API".
 *
 * <p>The embedded archives lack {@code pg_basebackup}, which does the same.
 */
final class BaseBackup {

    private static final String LOG = "pg_wal";
    private static final String CONTROL = "global/pg_control";

    /** A server makes the content of these anew. */
    private static final Set<String> EMPTIED = Set.of(LOG, "pg_dynshmem", "pg_notify", "pg_replslot", "pg_serial", "pg_snapshots", "pg_stat_tmp",
            "pg_subtrans", "pgsql_tmp");

    /** Of the running server alone. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "backup_manifest");

    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

    private final Connection connection;
    private final Path files;
    private final Path target;

    /**
     * @param connection of a superuser, which does nothing else meanwhile
     * @param files of the cluster
     * @param target does not exist
     */
    BaseBackup(Connection connection, Path files, Path target) {
        this.connection = connection;
        this.files = files;
        this.target = target;
    }

    void make() throws SQLException, IOException {
        // Keeps the log from being recycled, until the connection ends.
        ask("select pg_create_physical_replication_slot('corridor_backup_' || pg_backend_pid(), true, true)");
        var first = ask("select pg_walfile_name(pg_backup_start('corridor', true))");
        copyFiles();
        copy(files.resolve(CONTROL), target.resolve(CONTROL));
        try (var statement = connection.createStatement();
                var end = statement.executeQuery("select pg_walfile_name(lsn), labelfile from pg_backup_stop(wait_for_archive => false)")) {
            end.next();
            Files.writeString(target.resolve("backup_label"), end.getString(2));
            copyLog(first, end.getString(1));
        }
    }

    private void copyFiles() throws IOException {
        Files.walkFileTree(files, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(inTarget(directory), FileTree.OWNER_ONLY);
                return EMPTIED.contains(directory.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!LEFT_OUT.contains(file.getFileName().toString()) && !file.equals(files.resolve(CONTROL))) {
                    copy(file, inTarget(file));
                }
                return FileVisitResult.CONTINUE;
            }

            // A table that is dropped meanwhile is gone.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private void copyLog(String first, String last) throws IOException {
        try (var segments = Files.list(files.resolve(LOG))) {
            for (var segment : segments.toList()) {
                var name = segment.getFileName().toString();
                boolean isNeeded = SEGMENT.matcher(name).matches() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
                if (isNeeded || name.endsWith(".history")) {
                    copy(segment, inTarget(segment));
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException e) {
            if (Files.exists(from)) {
                throw e;
            }
        }
    }

    private Path inTarget(Path file) {
        return target.resolve(files.relativize(file).toString());
    }

    private String ask(String question) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
