package dev.corridor.persistence;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Encodes a list as an array in PostgreSQL's binary format. The driver would send most of these types as text, and formatting and parsing
 * that would cost more than the rest of a statement.
 *
 * <p>Source: PostgreSQL's {@code array_recv}, and the {@code recv} function of each type.
 */
public final class ArrayType<V> {

    public static final ArrayType<UUID> UUIDS = new ArrayType<>("uuid[]", Oid.UUID, Oid.UUID_ARRAY, (out, value) -> {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
    });

    public static final ArrayType<String> TEXTS = new ArrayType<>("text[]", Oid.TEXT, Oid.TEXT_ARRAY, (out, value) -> {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    });

    public static final ArrayType<Integer> INTEGERS = new ArrayType<>("integer[]", Oid.INT4, Oid.INT4_ARRAY, (out, value) -> {
        out.writeInt(Integer.BYTES);
        out.writeInt(value);
    });

    public static final ArrayType<Long> LONGS = new ArrayType<>("bigint[]", Oid.INT8, Oid.INT8_ARRAY, (out, value) -> {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    });

    public static final ArrayType<Boolean> BOOLEANS = new ArrayType<>("boolean[]", Oid.BOOL, Oid.BOOL_ARRAY, (out, value) -> {
        out.writeInt(1);
        out.writeBoolean(value);
    });

    /** Microseconds since 2000, the full precision of {@code timestamptz}. */
    public static final ArrayType<Instant> INSTANTS = new ArrayType<>("timestamptz[]", Oid.TIMESTAMPTZ, Oid.TIMESTAMPTZ_ARRAY, (out, value) -> {
        out.writeInt(Long.BYTES);
        out.writeLong(ChronoUnit.MICROS.between(Epoch.INSTANT, value));
    });

    public static final ArrayType<LocalDate> DATES = new ArrayType<>("date[]", Oid.DATE, Oid.DATE_ARRAY, (out, value) -> {
        out.writeInt(Integer.BYTES);
        out.writeInt(Math.toIntExact(ChronoUnit.DAYS.between(Epoch.DATE, value)));
    });

    /** Where an encoded array has the type of its elements: behind the number of its dimensions, and whether it has nulls. */
    static final int ELEMENT_OID_AT = 2 * Integer.BYTES;

    private static final int DIMENSIONS = 1;
    private static final int HAS_NULLS = 1;
    private static final int LOWER_BOUND = 1;
    private static final int NULL_LENGTH = -1;

    /** There are no arrays of arrays. */
    private static final int NO_ARRAY = Oid.UNSPECIFIED;

    /** The zero of PostgreSQL's timestamps and dates. */
    private static final class Epoch {
        static final Instant INSTANT = Instant.parse("2000-01-01T00:00:00Z");
        static final LocalDate DATE = LocalDate.of(2000, 1, 1);
    }

    /** Writes a value's length in bytes, then the value. */
    interface Writer<V> {
        void write(DataOutputStream out, V value) throws IOException;
    }

    private final String name;
    private final int elementOid;
    private final int oid;
    private final Writer<V> writer;

    private ArrayType(String name, int elementOid, int oid, Writer<V> writer) {
        this.name = name;
        this.elementOid = elementOid;
        this.oid = oid;
        this.writer = writer;
    }

    /** As SQL writes it. */
    String name() {
        return name;
    }

    public Values of(List<V> values) {
        return of(values, Function.identity());
    }

    /** One value per row; it may be null. */
    public <T> Values of(List<T> rows, Function<? super T, V> value) {
        var bytes = encoded(elementOid, rows, (out, row) -> writeNullable(out, value.apply(row)));
        return connection -> new PgArray(connection.unwrap(BaseConnection.class), oid, bytes);
    }

    /** Arrays as values, of any length. */
    ArrayType<List<V>> nested() {
        return new ArrayType<>(name + "[]", oid, NO_ARRAY, (out, values) -> {
            var bytes = encoded(elementOid, values, this::writeNullable);
            out.writeInt(bytes.length);
            out.write(bytes);
        });
    }

    /** As a field of a record: its type, then its value. */
    void writeField(DataOutputStream out, V value) throws IOException {
        out.writeInt(elementOid);
        writeNullable(out, value);
    }

    private void writeNullable(DataOutputStream out, V value) throws IOException {
        if (value == null) {
            out.writeInt(NULL_LENGTH);
        } else {
            writer.write(out, value);
        }
    }

    static <T> byte[] encoded(int elementOid, List<T> rows, Writer<T> element) {
        var bytes = new ByteArrayOutputStream(64 + 24 * rows.size());
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(DIMENSIONS);
            out.writeInt(HAS_NULLS);
            out.writeInt(elementOid);
            out.writeInt(rows.size());
            out.writeInt(LOWER_BOUND);
            for (var row : rows) {
                element.write(out, row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An encoded array. */
    public interface Values extends Pipeline.Parameter {

        Array on(Connection connection) throws SQLException;

        @Override
        default void bind(PreparedStatement statement, int index) throws SQLException {
            statement.setArray(index, on(statement.getConnection()));
        }
    }
}
