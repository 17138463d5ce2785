package dev.corridor.persistence;

import static java.util.stream.Collectors.joining;

import dev.corridor.persistence.RecordType.Field;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Inserts many rows with one statement: they are one array parameter, which {@code unnest} turns into rows, in the order of the list. So the
 * statement has one text, whatever is null, and each connection prepares it once.
 *
 * <p>The records of a table have the composite type {@code <table>_record}; what is no field of them has its default.
 */
public final class BulkInsert<T> {

    /** A column and the expression of its value. */
    private record Column(String name, String expression) {}

    private final RecordType<T> type;
    private final Statement statement;

    private BulkInsert(RecordType<T> type, String text) {
        this.type = type;
        this.statement = new Statement(text, List.of(type.arrayName()));
    }

    public static <T> Definition<T> into(String table) {
        return new Definition<>(table);
    }

    /** Adds the insert of these rows; nothing if there are none. */
    public void record(List<T> things, Statements statements) {
        if (!things.isEmpty()) {
            statements.update(statement, type.of(things));
        }
    }

    public Statement statement() {
        return statement;
    }

    public static final class Definition<T> {

        private static final ArrayType<List<String>> LISTS_OF_TEXTS = ArrayType.TEXTS.nested();
        private static final ArrayType<List<UUID>> LISTS_OF_UUIDS = ArrayType.UUIDS.nested();
        private static final ArrayType<List<Integer>> LISTS_OF_INTEGERS = ArrayType.INTEGERS.nested();
        private static final ArrayType<List<Instant>> LISTS_OF_INSTANTS = ArrayType.INSTANTS.nested();

        private final String table;
        private final List<Column> columns = new ArrayList<>();
        private final List<Field<T, ?>> fields = new ArrayList<>();

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

        /** Sent as text. */
        public Definition<T> numeric(String column, Function<T, BigInteger> value) {
            return field(ArrayType.TEXTS, value.andThen(BigInteger::toString)).given(column, "given." + column + "::numeric");
        }

        /** The same for all rows. */
        public Definition<T> given(String column, String expression) {
            columns.add(new Column(column, expression));
            return this;
        }

        /** An integer added to an SQL expression. */
        public Definition<T> counted(String column, String from, Function<T, Integer> index) {
            return field(ArrayType.INTEGERS, index).given(column, from + " + given." + column);
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

        public Definition<T> texts(String column, Function<T, List<String>> value) {
            return column(column, LISTS_OF_TEXTS, value);
        }

        /** A UUID may be null. */
        public Definition<T> uuids(String column, Function<T, List<UUID>> value) {
            return column(column, LISTS_OF_UUIDS, value);
        }

        public Definition<T> integers(String column, Function<T, List<Integer>> value) {
            return column(column, LISTS_OF_INTEGERS, value);
        }

        public Definition<T> timestamps(String column, Function<T, List<Instant>> value) {
            return column(column, LISTS_OF_INSTANTS, value);
        }

        /** A {@code jsonb} object with text values. Its fields are {@code <column>_keys} and {@code <column>_values}. */
        public Definition<T> object(String column, Function<T, Map<String, String>> value) {
            return field(LISTS_OF_TEXTS, thing -> List.copyOf(value.apply(thing).keySet()))
                    .field(LISTS_OF_TEXTS, thing -> List.copyOf(value.apply(thing).values()))
                    .given(column, "jsonb_object(given." + column + "_keys, given." + column + "_values)");
        }

        private <V> Definition<T> column(String name, ArrayType<V> type, Function<T, V> value) {
            return field(type, value).given(name, "given." + name);
        }

        private <V> Definition<T> field(ArrayType<V> type, Function<T, V> value) {
            fields.add(new Field<>(type, value));
            return this;
        }

        /** Fails if a row exists. */
        public BulkInsert<T> build() {
            return build("");
        }

        public BulkInsert<T> onConflict(String target, String action) {
            return build("\non conflict (" + target + ") " + action);
        }

        private BulkInsert<T> build(String conflict) {
            var names = columns.stream().map(Column::name).collect(joining(", "));
            var expressions = columns.stream().map(Column::expression).collect(joining(", "));
            return new BulkInsert<>(
                    new RecordType<>(table + "_record", fields),
                    "insert into " + table + " (" + names + ")\nselect " + expressions + "\nfrom unnest(?) as given" + conflict);
        }
    }
}
