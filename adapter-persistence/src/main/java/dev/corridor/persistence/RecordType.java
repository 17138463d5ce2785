package dev.corridor.persistence;

import dev.corridor.persistence.ArrayType.Values;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Encodes a list as an array of records, in PostgreSQL's binary format. A record has a composite type of the schema, with these fields in this
 * order; the server refuses any other.
 *
 * <p>Such a type never changes, because nodes of two versions may use it at once: other fields are a type of another name.
 *
 * <p>Source: PostgreSQL's {@code record_recv}.
 */
final class RecordType<T> {

    /** A field of a thing; it may be null. */
    record Field<T, V>(ArrayType<V> type, Function<T, V> value) {

        void write(DataOutputStream out, T thing) throws IOException {
            type.writeField(out, value.apply(thing));
        }
    }

    private final String name;
    private final List<Field<T, ?>> fields;

    RecordType(String name, List<Field<T, ?>> fields) {
        this.name = name;
        this.fields = List.copyOf(fields);
    }

    /** Of an array, as SQL writes it. */
    String arrayName() {
        return name + "[]";
    }

    /** Each database has given the type a number of its own, so that is written where the array is sent. */
    Values of(List<T> things) {
        var record = new ByteArrayOutputStream(32 * fields.size());
        var bytes = ArrayType.encoded(Oid.UNSPECIFIED, things, (out, thing) -> {
            record.reset();
            write(new DataOutputStream(record), thing);
            out.writeInt(record.size());
            record.writeTo(out);
        });
        return connection -> on(connection, bytes);
    }

    private void write(DataOutputStream out, T thing) throws IOException {
        out.writeInt(fields.size());
        for (var field : fields) {
            field.write(out, thing);
        }
    }

    private Array on(Connection connection, byte[] bytes) throws SQLException {
        var postgres = connection.unwrap(BaseConnection.class);
        var types = postgres.getTypeInfo();
        int type = types.getPGType(name);
        if (type == Oid.UNSPECIFIED) {
            throw new SQLException("the schema has no type " + name);
        }
        ByteBuffer.wrap(bytes).putInt(ArrayType.ELEMENT_OID_AT, type);
        return new PgArray(postgres, types.getPGArrayType(name), bytes);
    }
}
