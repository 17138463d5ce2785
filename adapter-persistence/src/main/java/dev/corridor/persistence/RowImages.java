package dev.corridor.persistence;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.core.BaseStatement;
import org.postgresql.core.Field;
import org.postgresql.core.Tuple;

/**
 * Rows of a query that were images of themselves in the answer of a function: a result set again, for the mappers that read the query's rows.
 *
 * <p>Source: PostgreSQL's {@code record_send}.
 */
final class RowImages {

    private static final int NULL_LENGTH = -1;

    /** What an image does not have. */
    private final List<String> columns;

    RowImages(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /** As the query names them. */
    static RowImages of(ResultSet query) throws SQLException {
        var metadata = query.getMetaData();
        var columns = new ArrayList<String>(metadata.getColumnCount());
        for (int column = 1; column <= metadata.getColumnCount(); column++) {
            columns.add(metadata.getColumnLabel(column));
        }
        return new RowImages(columns);
    }

    /** @param images at least one */
    ResultSet rows(List<byte[]> images, Statement statement) throws SQLException {
        var rows = new ArrayList<Tuple>(images.size());
        for (var image : images) {
            rows.add(new Tuple(values(ByteBuffer.wrap(image))));
        }
        return statement.unwrap(BaseStatement.class).createDriverResultSet(fields(ByteBuffer.wrap(images.getFirst())), rows);
    }

    private Field[] fields(ByteBuffer image) {
        var fields = new Field[image.getInt()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = new Field(columns.get(i), image.getInt());
            fields[i].setFormat(Field.BINARY_FORMAT);
            int length = image.getInt();
            image.position(image.position() + Math.max(length, 0));
        }
        return fields;
    }

    private static byte[][] values(ByteBuffer image) {
        var values = new byte[image.getInt()][];
        for (int i = 0; i < values.length; i++) {
            image.getInt();
            int length = image.getInt();
            if (length != NULL_LENGTH) {
                values[i] = new byte[length];
                image.get(values[i]);
            }
        }
        return values;
    }
}
