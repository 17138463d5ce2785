package dev.corridor.persistence;

import static java.util.stream.Collectors.joining;

import dev.corridor.domain.digest.Sha256;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.ArrayType.Values;
import dev.corridor.persistence.Pipeline.Parameter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.core.BaseConnection;

/**
 * A function of the database that runs a fixed list of statements in order, each only if it is given its parameters. So whatever is to be done is one
 * call, with one text that a connection prepares once. The first parameter is an organization: an engine that distributes the tables by
 * organization hands the call to the node that has its rows.
 *
 * <p>The function is made of the statements themselves, and has a digest of them in its name: nodes of two versions use two functions, side by
 * side. In a volatile function each statement has a snapshot of its own, as if the client had sent it.
 */
public final class DatabaseFunction {

    private static final String DEFINITION = """
            create function %s(%s) returns %s
            language plpgsql
            as $function$
            #variable_conflict use_column
            declare
              gathered uuid[] := '{}';
              one_row record;
            begin
            %s
            end
            $function$
            """;

    private static final String IMAGES = "table (of_step integer, row_image bytea)";

    private static final int DIGEST_LENGTH = 12;

    private static final Parameter ABSENT = (statement, index) -> statement.setNull(index, Types.ARRAY);

    private static final Parameter EMPTY = (statement, index) -> statement.setObject(index, "{}", Types.OTHER);

    private static final UUID NOBODY = new UUID(0, 0);

    private enum Kind {

        CHANGE("%2$s;"),

        GATHER("gathered := gathered || %2$s;"),

        QUERY("return query select %1$d, record_send(one_row) from (%2$s) as one_row;"),

        /** What writes too may not stand within another statement. */
        WRITING_QUERY("for one_row in %2$s loop of_step := %1$d; row_image := record_send(one_row); return next; end loop;");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        boolean answers() {
            return this == QUERY || this == WRITING_QUERY;
        }
    }

    /** @param first the number of its first parameter */
    private record Step(int number, Kind kind, Statement statement, int first) {

        String text() {
            var text = kind.text.formatted(number, with(index -> "$" + index));
            return statement.types().isEmpty() ? "  " + text : "  if $%d is not null then %s end if;".formatted(first, text);
        }

        /** With nothing to answer, but the columns of its answers. */
        String withNothing() {
            return with(index -> "'{}'::" + statement.types().get(index - first)).replace(Statements.GATHERED, "'{}'::uuid[]");
        }

        private String with(IntFunction<String> parameter) {
            var parts = statement.parts();
            var text = new StringBuilder(parts.getFirst());
            for (int i = 1; i < parts.size(); i++) {
                text.append(parameter.apply(first + i - 1)).append(parts.get(i));
            }
            return text.toString().strip();
        }
    }

    private final String name;
    private final List<String> types;
    private final String definition;
    private final String call;
    private final Map<Statement, Step> steps = new HashMap<>();
    private final List<Step> queries;

    /** Of each query, by the number of its step. The first answer has the server asked for the columns of all. */
    private volatile Map<Integer, RowImages> images = Map.of();

    private DatabaseFunction(String prefix, List<Step> steps, List<String> types) {
        var body = steps.stream().map(Step::text).collect(joining("\n"));
        var parameters = String.join(", ", types);
        steps.forEach(step -> this.steps.put(step.statement, step));
        this.types = List.copyOf(types);
        this.queries = steps.stream().filter(step -> step.kind.answers()).toList();
        var answer = queries.isEmpty() ? "void" : IMAGES;
        this.name = prefix + "_" + digest(DEFINITION.formatted(prefix, parameters, answer, body));
        this.definition = DEFINITION.formatted(name, parameters, answer, body);
        this.call = (queries.isEmpty() ? "select " : "select of_step, row_image from ") + name + "(?" + ", ?".repeat(types.size() - 1) + ")";
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8))).substring(0, DIGEST_LENGTH);
    }

    public static Definition named(String prefix) {
        return new Definition(prefix);
    }

    public String name() {
        return name;
    }

    /** Its name and the types of its parameters, as the server calls it. */
    public String signature() {
        return name + "(" + String.join(", ", types) + ")";
    }

    /** The statement that makes it. */
    public String definition() {
        return definition;
    }

    /** Has a connection ask for the numbers of the types of the parameters. Otherwise it asks for each when it first sends it, in round trips of their own. */
    public void learnTypes(Handle handle) {
        try {
            var known = connection(handle).getTypeInfo();
            // All but the first are arrays.
            for (var type : types.subList(1, types.size())) {
                known.getPGType(type.replace("[]", ""));
                known.getPGArrayElement(known.getPGType(type));
            }
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, Pipeline.NO_CONTEXT);
        }
    }

    /** Has a connection prepare the call and each statement in it, by a call in which none of them finds anything to do. */
    public void prepare(Handle handle) {
        try {
            connection(handle).setPrepareThreshold(1);
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, Pipeline.NO_CONTEXT);
        }
        new Pipeline().add(call, arguments(NOBODY, EMPTY), done -> {}).run(handle);
    }

    private static BaseConnection connection(Handle handle) throws SQLException {
        return handle.getConnection().unwrap(BaseConnection.class);
    }

    private RowImages imagesOf(int step, Connection connection) throws SQLException {
        if (images.isEmpty()) {
            var described = new HashMap<Integer, RowImages>();
            try (var statement = connection.createStatement()) {
                for (var query : queries) {
                    described.put(query.number, RowImages.of(statement.executeQuery(query.withNothing())));
                }
            }
            images = described;
        }
        return images.get(step);
    }

    private List<Parameter> arguments(UUID organization, Parameter rest) {
        var arguments = new ArrayList<>(Collections.nCopies(types.size(), rest));
        arguments.set(0, (statement, index) -> statement.setObject(index, organization));
        return arguments;
    }

    /** @param organization one of those that the call is about; the only one where they are on several nodes */
    public Call call(OrganizationId organization) {
        return new Call(organization);
    }

    /** What a call is to do, in the order of the function. */
    public final class Call implements Statements {

        private final List<Parameter> arguments;
        private final Map<Integer, Reader> readers = new HashMap<>();

        /** The number of the step that was given last; 0 before the first. */
        private int last;

        private interface Reader {
            void read(ResultSet rows) throws SQLException;
        }

        private Call(OrganizationId organization) {
            this.arguments = arguments(organization.uuid(), ABSENT);
        }

        @Override
        public void gather(Statement ids, Values... values) {
            give(ids, values);
        }

        @Override
        public <T> void query(Statement select, RowMapper<T> mapper, Consumer<T> rows, Values... values) {
            readers.put(give(select, values).number, results -> {
                while (results.next()) {
                    rows.accept(mapper.map(results, Pipeline.NO_CONTEXT));
                }
            });
        }

        @Override
        public void update(Statement change, Values... values) {
            give(change, values);
        }

        private Step give(Statement statement, Values[] values) {
            var step = steps.get(statement);
            if (step == null || step.number <= last) {
                throw new IllegalArgumentException("not a statement of " + name + " after the one before: " + statement.text());
            }
            for (int i = 0; i < values.length; i++) {
                arguments.set(step.first - 1 + i, values[i]);
            }
            last = step.number;
            return step;
        }

        @Override
        public boolean isEmpty() {
            return last == 0;
        }

        /** The call, if there is something to do. */
        @Override
        public Pipeline pipeline() {
            var pipeline = new Pipeline();
            addTo(pipeline);
            return pipeline;
        }

        public void addTo(Pipeline pipeline) {
            if (!isEmpty()) {
                pipeline.add(call, arguments, queries.isEmpty() ? done -> {} : this::read);
            }
        }

        /** The rows of a query follow each other. */
        private void read(PreparedStatement statement) throws SQLException {
            var results = statement.getResultSet();
            var rows = new ArrayList<byte[]>();
            int step = 0;
            while (results.next()) {
                int next = results.getInt(1);
                if (next != step) {
                    read(step, rows, statement);
                    rows.clear();
                    step = next;
                }
                rows.add(results.getBytes(2));
            }
            read(step, rows, statement);
        }

        private void read(int step, List<byte[]> rows, PreparedStatement statement) throws SQLException {
            if (!rows.isEmpty()) {
                readers.get(step).read(imagesOf(step, statement.getConnection()).rows(rows, statement));
            }
        }
    }

    /** Takes the statements in the order in which they are to run. */
    public static final class Definition {

        private final String prefix;
        private final List<Step> steps = new ArrayList<>();
        private final List<String> types = new ArrayList<>(List.of("uuid"));

        private Definition(String prefix) {
            this.prefix = prefix;
        }

        public Definition update(Statement change) {
            return add(Kind.CHANGE, change);
        }

        public Definition query(Statement select) {
            return add(select.text().startsWith("with ") ? Kind.WRITING_QUERY : Kind.QUERY, select);
        }

        /** An array of ids, as an expression that adds to what is {@link Statements#GATHERED}. */
        public Definition gather(Statement ids) {
            return add(Kind.GATHER, ids);
        }

        private Definition add(Kind kind, Statement statement) {
            steps.add(new Step(steps.size() + 1, kind, statement, types.size() + 1));
            types.addAll(statement.types());
            return this;
        }

        public DatabaseFunction build() {
            return new DatabaseFunction(prefix, steps, types);
        }
    }
}
