package dev.corridor.persistence.cell;

import dev.corridor.domain.digest.Sha256;
import dev.corridor.domain.organization.OrganizationId;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/**
 * The file of an organization that moves: a head, then each table with its columns and its rows as PostgreSQL copies them, then the SHA-256 of all before. It
 * contains personal data and the hashes of secrets, so it is for its owner's eyes; secrets that sign are sealed in it as in the database.
 */
final class OrganizationFile {

    private static final String FORM = "corridor-organization 1";
    private static final String TABLE = "table ";
    private static final String END_OF_TABLE = "\\.";
    private static final String END = "end ";
    private static final int LONGEST_HEAD = 4_096;

    private OrganizationFile() {}

    /**
     * What it begins with.
     *
     * @param schema the version of the tables
     * @param codeHash the SHA-256 of the code that opens the organization in the new cell
     * @param numbering what the sequences of the old cell's transactions begin with
     */
    record Head(OrganizationId organization, String from, String to, String schema, String codeHash, long numbering) {

        private String line() {
            return String.join(" ", FORM, organization.toString(), from, to, schema, codeHash, Long.toString(numbering));
        }

        private static Head parse(String line) {
            var words = line.split(" ", -1);
            if (words.length != 8 || !line.startsWith(FORM + " ")) {
                throw new MoveRefusedException("this is no file of an organization that this version can read");
            }
            return new Head(OrganizationId.parse(words[2]), words[3], words[4], words[5], words[6], Long.parseLong(words[7]));
        }
    }

    /** Writes it, or none: a file that was begun never has its name. Answers the digest of the tables. */
    static String write(Path file, Head head, Handle handle) {
        try {
            var begun = Files.createTempFile(
                    file.toAbsolutePath().getParent(), ".organization", ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                var digest = write(Files.newOutputStream(begun), head, handle);
                Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
                return digest;
            } finally {
                Files.deleteIfExists(begun);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The digest of the tables, of which nothing is written. */
    static String digest(OrganizationId organization, Handle handle) {
        try {
            return writeTables(organization, OutputStream.nullOutputStream(), handle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(OutputStream file, Head head, Handle handle) throws IOException {
        var all = Sha256.begin();
        try (var output = new BufferedOutputStream(new DigestOutputStream(new GZIPOutputStream(file), all))) {
            output.write(line(head.line()));
            var digest = writeTables(head.organization(), output, handle);
            output.flush();
            output.write(line(END + HexFormat.of().formatHex(all.digest())));
            return digest;
        }
    }

    private static String writeTables(OrganizationId organization, OutputStream file, Handle handle) throws IOException {
        var tables = Sha256.begin();
        var output = new DigestOutputStream(file, tables);
        for (var table : MovedTable.ALL) {
            output.write(line(TABLE + table.name() + " " + table.columns(handle)));
            try {
                handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(organization, handle), output);
            } catch (SQLException e) {
                throw new IllegalStateException("the table " + table.name() + " cannot be read: " + e.getMessage(), e);
            }
            output.write(line(END_OF_TABLE));
        }
        return HexFormat.of().formatHex(tables.digest());
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** What happens with it when it is read, from the front to the end. */
    interface Reading {

        void head(Head head);

        void table(String name, String columns, InputStream rows) throws IOException, SQLException;
    }

    /**
     * Reads it to its end. Whether it is whole is known at the end only, so what was done by then must be undone if it fails.
     *
     * @throws MoveRefusedException if it is of another form, broken, or not whole
     */
    static void read(Path file, Reading reading) throws SQLException {
        try (var input = new Lines(Files.newInputStream(file))) {
            reading.head(Head.parse(input.next()));
            var digest = input.digest();
            var line = input.next();
            while (line.startsWith(TABLE)) {
                var words = line.split(" ", -1);
                var rows = input.table();
                reading.table(words[1], words[2], rows);
                rows.transferTo(OutputStream.nullOutputStream());
                digest = input.digest();
                line = input.next();
            }
            if (!line.equals(END + digest)) {
                throw new MoveRefusedException("the file is broken: its checksum is another");
            }
        } catch (IOException e) {
            throw new MoveRefusedException("the file cannot be read: " + e.getMessage());
        }
    }

    /** Lines of text and tables of rows, and the digest of what was read. */
    private static final class Lines implements AutoCloseable {

        private final MessageDigest all = Sha256.begin();
        private final InputStream input;

        Lines(InputStream file) throws IOException {
            this.input = new DigestInputStream(new BufferedInputStream(new GZIPInputStream(file)), all);
        }

        /** Of all that was read. */
        String digest() {
            try {
                return HexFormat.of().formatHex(((MessageDigest) all.clone()).digest());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("every Java platform clones its SHA-256", e);
            }
        }

        String next() throws IOException {
            var line = new StringBuilder();
            for (int next = input.read(); next != '\n'; next = input.read()) {
                if (next < 0 || line.length() == LONGEST_HEAD) {
                    throw new MoveRefusedException("the file is not whole");
                }
                line.append((char) next);
            }
            return line.toString();
        }

        InputStream table() {
            return new Rows(input);
        }

        @Override
        public void close() throws IOException {
            input.close();
        }
    }

    /** The rows up to the line that ends them. No row begins like it: a backslash is doubled in what PostgreSQL copies. */
    private static final class Rows extends InputStream {

        private static final int NONE = -1;

        private final InputStream input;
        private boolean isAtStart = true;
        private boolean isOver;
        private int lookedAt = NONE;

        Rows(InputStream input) {
            this.input = input;
        }

        @Override
        public int read() throws IOException {
            if (isOver) {
                return -1;
            }
            if (lookedAt != NONE) {
                int before = lookedAt;
                lookedAt = NONE;
                return before;
            }
            int next = one();
            if (isAtStart && next == '\\') {
                lookedAt = one();
                if (lookedAt == '.') {
                    one();
                    isOver = true;
                    return -1;
                }
            }
            isAtStart = next == '\n';
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int next = read();
                if (next < 0) {
                    break;
                }
                into[offset + count] = (byte) next;
                count++;
            }
            return count == 0 && length > 0 ? -1 : count;
        }

        private int one() throws IOException {
            int next = input.read();
            if (next < 0) {
                throw new MoveRefusedException("the file is not whole");
            }
            return next;
        }
    }
}
