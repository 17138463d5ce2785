package dev.corridor.persistence;

import dev.corridor.persistence.ArrayType.Values;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Inserts many rows with one statement: each column is one array parameter, and {@code unnest} turns the arrays into rows, in the order of
 * the list. Columns without any value are omitted, and so are null.
 *
 * <p>The arrays are unnested in the select list, where PostgreSQL streams the elements; in the from clause it would materialize them first.
 */
public final class BulkInsert<T> {

    /** A column and the expression of its value, with a {@code ?} for each parameter. */
    private record Column<T>(String name, String expression, List<Parameter<T, ?>> parameters) {

        List<Values> listsOf(List<T> things) {
            return parameters.stream().map(parameter -> parameter.of(things)).toList();
        }
    }

    private record Parameter<T, V>(ArrayType<V> type, Function<T, V> value) {

        Values of(List<T> things) {
            return type.of(things, value);
        }
    }

    private final String table;
    private final List<Column<T>> columns;
    private final String conflict;
    private final Map<BitSet, String> statements = new ConcurrentHashMap<>();

    private BulkInsert(String table, List<Column<T>> columns, String conflict) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.conflict = conflict;
    }

    public static <T> Definition<T> into(String table) {
        return new Definition<>(table);
    }

    /** Adds the insert of these rows; nothing if there are none. */
    public void record(List<T> things, Pipeline pipeline) {
        if (things.isEmpty()) {
            return;
        }
        var given = new BitSet(columns.size());
        var values = new ArrayList<Values>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            var lists = columns.get(i).listsOf(things);
            if (lists.isEmpty() || !lists.stream().allMatch(Values::isAllNull)) {
                given.set(i);
                values.addAll(lists);
            }
        }
        pipeline.update(statements.computeIfAbsent(given, this::statement), values);
    }

    private String statement(BitSet given) {
        var names = new StringJoiner(", ");
        var expressions = new StringJoiner(", ");
        given.stream().mapToObj(columns::get).forEach(column -> {
            names.add(column.name);
            expressions.add(column.expression);
        });
        return "insert into " + table + " (" + names + ")\nselect " + expressions + "\n" + conflict;
    }

    public static final class Definition<T> {

        private final String table;
        private final List<Column<T>> columns = new ArrayList<>();

        private Definition(String table) {
            this.table = table;
        }

        public Definition<T> uuid(String column, Function<T, UUID> value) {
            return column(column, ArrayType.UUIDS, value);
        }

        public Definition<T> text(String column, Function<T, String> value) {
            return column(column, ArrayType.TEXTS, value);
        }

        public Definition<T> integer(String column, Function<T, Integer> value) {
            return column(column, ArrayType.INTEGERS, value);
        }

        public Definition<T> bigint(String column, Function<T, Long> value) {
            return column(column, ArrayType.LONGS, value);
        }

        /** Sent as text: there is no array of them in binary. */
        public Definition<T> numeric(String column, Function<T, BigInteger> value) {
            return add(column, "unnest(?)::numeric", List.of(new Parameter<>(ArrayType.TEXTS, value.andThen(BigInteger::toString))));
        }

        /** The same for all rows. */
        public Definition<T> given(String column, String expression) {
            return add(column, expression, List.of());
        }

        /** An integer added to an SQL expression. */
        public Definition<T> counted(String column, String from, Function<T, Integer> index) {
            return add(column, from + " + unnest(?)", List.of(new Parameter<>(ArrayType.INTEGERS, index)));
        }

        public Definition<T> bool(String column, Function<T, Boolean> value) {
            return column(column, ArrayType.BOOLEANS, value);
        }

        public Definition<T> timestamp(String column, Function<T, Instant> value) {
            return column(column, ArrayType.INSTANTS, value);
        }

        public Definition<T> date(String column, Function<T, LocalDate> value) {
            return column(column, ArrayType.DATES, value);
        }

        /** Lists of different lengths, sent as array literals: a nested array would have to be rectangular. */
        public Definition<T> texts(String column, Function<T, List<String>> value) {
            return add(column, "unnest(?)::text[]", List.of(literals(value)));
        }

        /** As {@link #texts}; a UUID may be null. */
        public Definition<T> uuids(String column, Function<T, List<UUID>> value) {
            return add(column, "unnest(?)::uuid[]", List.of(literals(value)));
        }

        public Definition<T> integers(String column, Function<T, List<Integer>> value) {
            return add(column, "unnest(?)::integer[]", List.of(literals(value)));
        }

        public Definition<T> timestamps(String column, Function<T, List<Instant>> value) {
            return add(column, "unnest(?)::timestamptz[]", List.of(literals(value)));
        }

        /** A {@code jsonb} object with text values. */
        public Definition<T> object(String column, Function<T, Map<String, String>> value) {
            Function<T, List<String>> keys = thing -> List.copyOf(value.apply(thing).keySet());
            Function<T, List<String>> values = thing -> List.copyOf(value.apply(thing).values());
            return add(column, "jsonb_object(unnest(?)::text[], unnest(?)::text[])", List.of(literals(keys), literals(values)));
        }

        private <V> Parameter<T, String> literals(Function<T, List<V>> value) {
            return new Parameter<>(ArrayType.TEXTS, value.andThen(ColumnTypes::literal));
        }

        private <V> Definition<T> column(String name, ArrayType<V> type, Function<T, V> value) {
            return add(name, "unnest(?)", List.of(new Parameter<>(type, value)));
        }

        private Definition<T> add(String name, String expression, List<Parameter<T, ?>> parameters) {
            columns.add(new Column<>(name, expression, parameters));
            return this;
        }

        /** Fails if a row exists. */
        public BulkInsert<T> build() {
            return new BulkInsert<>(table, columns, "");
        }

        public BulkInsert<T> onConflict(String target, String action) {
            return new BulkInsert<>(table, columns, "on conflict (" + target + ") " + action);
        }
    }
}
