package dev.corridor.persistence;

import dev.corridor.persistence.ArrayType.Values;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Several statements in one round trip. The server runs them in order, each seeing the effects of those before it, and stops at the first
 * that fails.
 */
public final class Pipeline implements Statements {

    /** A value for a parameter. */
    interface Parameter {
        void bind(PreparedStatement statement, int index) throws SQLException;
    }

    interface Answer {
        void read(PreparedStatement statement) throws SQLException;
    }

    /** The row mappers use no context. */
    static final StatementContext NO_CONTEXT = null;

    private final StringJoiner sql = new StringJoiner(";\n");
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final StringJoiner gathered = new StringJoiner(" || ");
    private final List<Values> gatheredValues = new ArrayList<>();

    @Override
    public void gather(Statement ids, Values... values) {
        gathered.add(ids.text());
        gatheredValues.addAll(List.of(values));
    }

    @Override
    public <T> void query(Statement select, RowMapper<T> mapper, Consumer<T> rows, Values... values) {
        if (select.isAboutGathered()) {
            var text = select.text().replace(GATHERED, gathered.toString());
            query(text, mapper, rows, Stream.concat(gatheredValues.stream(), Stream.of(values)).toList());
        } else {
            query(select.text(), mapper, rows, List.of(values));
        }
    }

    @Override
    public void update(Statement change, Values... values) {
        update(change.text(), values);
    }

    /** Adds a statement and consumes its rows. */
    public <T> Pipeline query(String select, RowMapper<T> mapper, Consumer<T> rows, List<Values> values) {
        return add(select, values, statement -> {
            var results = statement.getResultSet();
            while (results.next()) {
                rows.accept(mapper.map(results, NO_CONTEXT));
            }
        });
    }

    /** Adds a statement without result rows. */
    public Pipeline update(String statement, Values... values) {
        return add(statement, List.of(values), done -> {});
    }

    Pipeline add(String statement, List<? extends Parameter> values, Answer answer) {
        sql.add(statement);
        parameters.addAll(values);
        answers.add(answer);
        return this;
    }

    @Override
    public boolean isEmpty() {
        return answers.isEmpty() && gatheredValues.isEmpty();
    }

    @Override
    public Pipeline pipeline() {
        return this;
    }

    /** Sends all statements, if there are any. */
    public void run(Handle handle) {
        if (isEmpty()) {
            return;
        }
        try {
            run(handle.getConnection());
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, NO_CONTEXT);
        }
    }

    private void run(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                parameters.get(i).bind(statement, i + 1);
            }
            statement.execute();
            for (var answer : answers) {
                answer.read(statement);
                statement.getMoreResults();
            }
        }
    }
}
