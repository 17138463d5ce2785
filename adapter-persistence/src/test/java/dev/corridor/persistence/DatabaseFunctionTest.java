package dev.corridor.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements as one call. */
class DatabaseFunctionTest {

    private static final OrganizationId SOMEBODY = new OrganizationId(UUID.randomUUID());

    private static final Statement ADD = Statement.of("insert into things select unnest(?)", ArrayType.TEXTS);
    private static final Statement LOCK = Statement.of("select name, length(name) as length from things where name = any(?) for update",
            ArrayType.TEXTS);
    private static final Statement ALL = Statement.of("select name, null::bigint as nothing from things order by name");

    private static final DatabaseFunction FUNCTION = DatabaseFunction.named("handle_things").update(ADD).query(LOCK).query(ALL).build();

    private final TestDatabase database = TestDatabase.create();
    private final Jdbi owner = Jdbi.create(database.superuser());

    @BeforeEach
    void make() {
        owner.useHandle(handle -> {
            handle.execute("create table things (name text)");
            handle.execute(FUNCTION.definition());
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static List<String> all(DatabaseFunction.Call call) {
        var names = new ArrayList<String>();
        call.query(ALL, (row, context) -> row.getString("name") + " " + row.getObject("nothing"), names::add);
        return names;
    }

    @Test
    void what_is_given_runs_in_the_order_of_the_function_and_nothing_else_does() {
        owner.useHandle(handle -> {
            var call = FUNCTION.call(SOMEBODY);
            call.update(ADD, ArrayType.TEXTS.of(List.of("ccc", "a")));
            var lengths = new ArrayList<Integer>();
            call.query(LOCK, (row, context) -> row.getInt("length"), lengths::add, ArrayType.TEXTS.of(List.of("b", "ccc")));
            var names = all(call);
            call.pipeline().run(handle);
            assertThat(names).containsExactly("a null", "ccc null");
            assertThat(lengths).containsExactly(3);

            var again = FUNCTION.call(SOMEBODY);
            var unchanged = all(again);
            again.pipeline().run(handle);
            assertThat(unchanged).isEqualTo(names);
        });
    }

    /** Otherwise a batch would decide on what was there before it had the locks. */
    @Test
    void a_statement_after_one_that_waited_for_a_lock_sees_what_was_committed_meanwhile() {
        owner.useHandle(handle -> handle.execute("insert into things values ('a')"));
        try (var other = owner.open()) {
            other.begin();
            other.execute("select from things for update");
            other.execute("insert into things values ('b')");

            var seen = CompletableFuture.supplyAsync(() -> owner.withHandle(handle -> {
                var call = FUNCTION.call(SOMEBODY);
                call.query(LOCK, (row, context) -> "", locked -> {}, ArrayType.TEXTS.of(List.of("a")));
                var names = all(call);
                call.pipeline().run(handle);
                return names;
            }), Thread::startVirtualThread);
            awaitSomebodyWaiting(other);
            other.commit();

            assertThat(seen.join()).containsExactly("a null", "b null");
        }
    }

    private static void awaitSomebodyWaiting(Handle handle) {
        while (handle.createQuery("select count(*) from pg_locks where not granted").mapTo(Long.class).one() == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_connection_prepares_it_without_a_trace() {
        owner.useHandle(handle -> {
            handle.begin();
            FUNCTION.prepare(handle);

            assertThat(handle.createQuery("select pg_current_xact_id_if_assigned() is null").mapTo(Boolean.class).one()).isTrue();
            assertThat(handle.createQuery("select count(*) from things").mapTo(Long.class).one()).isZero();
            handle.rollback();
        });
    }

    @Test
    void another_statement_makes_another_function() {
        var other = DatabaseFunction.named("handle_things").update(ADD).query(LOCK).build();

        assertThat(other.name()).startsWith("handle_things_").isNotEqualTo(FUNCTION.name());
    }

    @Test
    void what_it_does_not_have_is_not_asked_of_it() {
        var call = FUNCTION.call(SOMEBODY);
        var unknown = Statement.of("delete from things where name = any(?)", ArrayType.TEXTS);

        assertThatThrownBy(() -> call.update(unknown, ArrayType.TEXTS.of(List.of("a")))).hasMessageContaining("not a statement of handle_things");
    }

    /** Sent by themselves, statements run in the order in which they are given. So that must be the same. */
    @Test
    void another_order_than_its_own_is_refused() {
        var call = FUNCTION.call(SOMEBODY);
        all(call);

        assertThatThrownBy(() -> call.update(ADD, ArrayType.TEXTS.of(List.of("a")))).hasMessageContaining("after the one before");
    }
}
