package dev.corridor.service.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads figures that the database knows. */
final class FigureRows {

    private FigureRows() {}

    /** Makes a figure of a row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> read(DataSource dataSource, String query, Reader<T> reader) throws SQLException {
        var all = new ArrayList<T>();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(reader.read(rows));
            }
        }
        return all;
    }
}
