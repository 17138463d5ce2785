package dev.corridor.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.persistence.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkInsertTest {

    private static TestDatabase database;
    private static Jdbi jdbi;

    private record Thing(
            UUID id, String text, Integer small, Long large, Boolean flag, Instant moment, LocalDate day, List<String> tags,
            Map<String, String> facts) {

        static Thing named(String text) {
            return new Thing(UUID.randomUUID(), text, null, null, null, null, null, List.of(), Map.of());
        }
    }

    private static final BulkInsert.Definition<Thing> COLUMNS = BulkInsert.<Thing>into("things")
            .uuid("id", Thing::id)
            .text("text", Thing::text)
            .integer("small", Thing::small)
            .bigint("large", Thing::large)
            .bool("flag", Thing::flag)
            .timestamp("moment", Thing::moment)
            .date("day", Thing::day)
            .texts("tags", Thing::tags)
            .object("facts", Thing::facts);

    private static final BulkInsert<Thing> NEW = COLUMNS.build();
    private static final BulkInsert<Thing> NEW_OR_KNOWN = COLUMNS.onConflict("id", "do update set text = excluded.text");

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        jdbi = Database.on(database.superuser());
        jdbi.useHandle(handle -> handle.execute(
                """
                create type things_record as (
                  id uuid, text text, small integer, large bigint, flag boolean, moment timestamptz, day date, tags text[],
                  facts_keys text[], facts_values text[]);
                create table things (
                  number integer not null generated always as identity,
                  id uuid primary key,
                  text text,
                  small integer,
                  large bigint,
                  flag boolean,
                  moment timestamptz,
                  day date,
                  tags text[],
                  facts jsonb)
                """));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void clear() {
        jdbi.useHandle(handle -> handle.execute("truncate things restart identity"));
    }

    @Test
    void what_is_written_is_read_again() {
        var least = new Thing(
                new UUID(0, 0), "", Integer.MIN_VALUE, Long.MIN_VALUE, false, Instant.parse("1969-12-31T23:59:59.999999Z"),
                LocalDate.of(1900, 1, 1), List.of(), Map.of());
        var most = new Thing(
                new UUID(-1, -1), "Zoë \"€\" \\ \uD83D\uDCB6, {}", Integer.MAX_VALUE, Long.MAX_VALUE, true,
                Instant.parse("2026-11-21T12:00:00.000001Z"), LocalDate.of(2026, 11, 21), List.of("a,b", "\"c\"", "\\", "NULL", " "),
                Map.of("k{", "v\"}"));

        record(NEW, least, most);

        assertThat(things()).containsExactly(least, most);
    }

    @Test
    void what_nothing_has_a_value_for_is_null() {
        var onlyText = Thing.named("one");
        var onlyLarge = new Thing(UUID.randomUUID(), null, null, 2L, null, null, null, List.of(), Map.of());

        record(NEW, onlyText, onlyLarge);

        assertThat(things()).containsExactly(onlyText, onlyLarge);
    }

    @Test
    void rows_are_numbered_in_the_order_of_the_list() {
        var many = new ArrayList<Thing>();
        for (int i = 0; i < 1_000; i++) {
            many.add(Thing.named("thing " + i));
        }

        record(NEW, many.toArray(Thing[]::new));

        assertThat(things()).containsExactlyElementsOf(many);
    }

    @Test
    void a_known_thing_is_changed_where_that_is_wanted_and_refused_where_it_is_not() {
        var known = Thing.named("before");
        record(NEW, known);
        var after = new Thing(known.id(), "after", null, null, null, null, null, List.of(), Map.of());

        record(NEW_OR_KNOWN, after);

        assertThat(things()).containsExactly(after);
        assertThatThrownBy(() -> record(NEW, known))
                .isInstanceOf(JdbiException.class)
                .cause()
                .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
    }

    @Test
    void a_table_without_a_type_of_its_records_is_said_to_have_none() {
        var untyped = BulkInsert.<Thing>into("nothing").uuid("id", Thing::id).build();

        assertThatThrownBy(() -> record(untyped, Thing.named("one"))).rootCause().hasMessage("the schema has no type nothing_record");
    }

    @Test
    void for_nothing_there_is_no_statement() {
        var pipeline = new Pipeline();

        NEW.record(List.of(), pipeline);

        assertThat(pipeline.isEmpty()).isTrue();
    }

    private static void record(BulkInsert<Thing> recording, Thing... things) {
        var pipeline = new Pipeline();
        recording.record(List.of(things), pipeline);
        jdbi.useHandle(pipeline::run);
    }

    private static List<Thing> things() {
        var select = """
                select id, text, small, large, flag, moment, day, tags,
                    array(select jsonb_object_keys(facts)) as metadata_keys,
                    array(select value from jsonb_each_text(facts)) as metadata_values
                from things
                order by number
                """;
        return jdbi.withHandle(handle -> handle.createQuery(select)
                .map((row, context) -> new Thing(
                        ColumnTypes.uuid(row, "id"),
                        row.getString("text"),
                        row.getObject("small", Integer.class),
                        row.getObject("large", Long.class),
                        row.getObject("flag", Boolean.class),
                        ColumnTypes.optionalInstant(row, "moment").orElse(null),
                        row.getObject("day", LocalDate.class),
                        ColumnTypes.texts(row, "tags"),
                        ColumnTypes.metadata(row)))
                .list());
    }
}
