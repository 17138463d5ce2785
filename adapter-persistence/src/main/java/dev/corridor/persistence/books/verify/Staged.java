package dev.corridor.persistence.books.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;

/**
 * A query about rows of several organizations, or about a tenant's and those of a table that is local. An engine that distributes tables by organization would
 * not join them. So its parts are read one after the other, and each is a table of values for those after it.
 *
 * @param parts of which the first is read some rows at a time; all the others are about these
 * @param select the rest
 */
public record Staged(List<Part> parts, String select) {

    private static final int ROWS_AT_A_TIME = 10_000;

    /** @param name of the table of values that it becomes; its columns are as the select names them */
    public record Part(String name, String select) {}

    public interface RowReader {
        void take(ResultSet row) throws SQLException;
    }

    /** @param queries prepares a statement in a transaction, and may bind what that does not need */
    public void each(Function<String, Query> queries, RowReader reader) {
        if (parts.isEmpty()) {
            takeAll(queries.apply(select), reader);
            return;
        }
        var first = parts.getFirst();
        queries.apply(first.select).scanResultSet((results, context) -> {
            var rows = results.get();
            for (var values = Values.read(first.name, rows, ROWS_AT_A_TIME); values.count() > 0; values = Values.read(first.name, rows,
                    ROWS_AT_A_TIME)) {
                goOn(values, queries, reader);
            }
            return null;
        });
    }

    private void goOn(Values first, Function<String, Query> queries, RowReader reader) {
        var given = new ArrayList<>(List.of(first));
        for (var part : parts.subList(1, parts.size())) {
            given.add(query(part.select, given, queries)
                    .scanResultSet((results, context) -> Values.read(part.name, results.get(), Integer.MAX_VALUE)));
        }
        takeAll(query(select, given, queries), reader);
    }

    private static Query query(String select, List<Values> given, Function<String, Query> queries) {
        var query = queries.apply("with " + given.stream().map(Values::definition).collect(Collectors.joining(", ")) + " " + select);
        given.forEach(values -> values.bind(query));
        return query;
    }

    private static void takeAll(Query query, RowReader reader) {
        query.scanResultSet((results, context) -> {
            var rows = results.get();
            while (rows.next()) {
                reader.take(rows);
            }
            return null;
        });
    }

    /** What was read, by the column, each as text. */
    private record Values(String name, List<String> columns, List<String> types, List<List<String>> texts) {

        static Values read(String name, ResultSet rows, int atMost) throws SQLException {
            var values = new Values(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            var columns = rows.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                values.columns.add(columns.getColumnLabel(i));
                values.types.add(columns.getColumnTypeName(i));
                values.texts.add(new ArrayList<>());
            }
            while (values.count() < atMost && rows.next()) {
                for (int i = 0; i < values.texts.size(); i++) {
                    values.texts.get(i).add(rows.getString(i + 1));
                }
            }
            return values;
        }

        int count() {
            return texts.getFirst().size();
        }

        String definition() {
            var arrays = IntStream.range(0, types.size())
                    .mapToObj(i -> "cast(cast(:" + parameter(i) + " as text[]) as " + types.get(i) + "[])")
                    .collect(Collectors.joining(", "));
            return name + " (" + String.join(", ", columns) + ") as (select * from unnest(" + arrays + "))";
        }

        void bind(Query query) {
            for (int i = 0; i < texts.size(); i++) {
                var column = texts.get(i).toArray();
                query.bind(parameter(i),
                        (position, statement, context) -> statement.setArray(position, statement.getConnection().createArrayOf("text", column)));
            }
        }

        private String parameter(int column) {
            return name + "_" + columns.get(column);
        }
    }
}
