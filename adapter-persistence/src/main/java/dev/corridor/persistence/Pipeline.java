package dev.corridor.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Several statements that travel together: one round trip, whatever their number. The server runs them one after the other, each seeing
 * what those before it did, and none after one that failed.
 */
public final class Pipeline {

    /** Reads what one statement answered. */
    private interface Answer {
        void read(PreparedStatement statement, StatementContext context) throws SQLException;
    }

    private final StringJoiner sql = new StringJoiner(";\n");
    private final List<Consumer<Query>> bindings = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    public Pipeline bind(String name, Object value) {
        bindings.add(query -> query.bind(name, value));
        return this;
    }

    /** Binds a list to one array. */
    public <T, V> Pipeline bind(String name, Class<V> type, List<T> values, Function<T, V> value) {
        var array = values.stream().map(value).toArray();
        bindings.add(query -> query.bindArray(name, type, array));
        return this;
    }

    /** Adds a statement whose rows are wanted. */
    public <T> Pipeline query(String select, RowMapper<T> mapper, Consumer<T> rows) {
        sql.add(select);
        answers.add((statement, context) -> {
            var results = statement.getResultSet();
            while (results.next()) {
                rows.accept(mapper.map(results, context));
            }
        });
        return this;
    }

    /** Adds a statement that answers no rows. */
    public Pipeline update(String statement) {
        sql.add(statement);
        answers.add((done, context) -> {});
        return this;
    }

    /**
     * Adds a statement that takes a whole list, column by column, and turns it into rows again with {@code unnest}. For an empty list
     * nothing is added.
     */
    public <T> Rows<T> update(String statement, List<T> rows) {
        if (!rows.isEmpty()) {
            update(statement);
        }
        return new Rows<>(rows);
    }

    public boolean isEmpty() {
        return answers.isEmpty();
    }

    public void run(Handle handle) {
        var query = handle.createQuery(sql.toString());
        bindings.forEach(binding -> binding.accept(query));
        query.execute((executed, context) -> {
            try (context) {
                readAll(executed.get(), context);
            }
            return Optional.empty();
        });
    }

    private void readAll(PreparedStatement statement, StatementContext context) throws SQLException {
        for (var answer : answers) {
            answer.read(statement, context);
            statement.getMoreResults();
        }
    }

    /** Binds values to the statement that takes the list. */
    public final class Rows<T> {

        private final List<T> rows;

        private Rows(List<T> rows) {
            this.rows = rows;
        }

        /** One column of the list, as an array. */
        public <V> Rows<T> bind(String name, Class<V> type, Function<T, V> value) {
            if (!rows.isEmpty()) {
                Pipeline.this.bind(name, type, rows, value);
            }
            return this;
        }
    }
}
