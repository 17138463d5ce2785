package dev.corridor.persistence.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.persistence.DatabaseFunction;
import dev.corridor.persistence.DatabaseFunctions;
import dev.corridor.persistence.testing.EngineStub;
import dev.corridor.persistence.testing.TestDatabase;
import java.util.ArrayList;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an engine is asked for. The engine itself is not at hand, so its functions only note the calls. */
class DistributionTest {

    private final TestDatabase database = TestDatabase.create();
    private final Distribution distribution = new Distribution(database.superuser());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_ordinary_database_is_not_distributed() {
        assertThat(distribution.isPossible()).isFalse();
        assertThat(distribution.hasBegun()).isFalse();
    }

    @Test
    void tables_are_moved_to_their_places_in_their_order() {
        EngineStub.installIn(database);

        distribution.complete((name, place) -> {});

        assertThat(EngineStub.callsIn(database)).startsWith("organizations on each node")
                .containsSubsequence(
                        "accounts by organization_id with none",
                        "balances by organization_id with accounts",
                        "beneficiaries by organization_id with accounts",
                        "transactions by organization_id with accounts",
                        "postings by organization_id with accounts",
                        "events by organization_id with accounts")
                .hasSize(Tables.ALL.size() - (int) Tables.in(Place.LOCAL).count() + DatabaseFunctions.ALL.size());
        assertThat(distribution.hasBegun()).isTrue();
        assertThat(distribution.missing()).isEmpty();
    }

    /** An engine refuses a table whose foreign key leads to one that is not distributed yet. */
    @Test
    void what_is_referred_to_comes_first() {
        var references = Jdbi.create(database.superuser()).withHandle(handle -> handle.createQuery("""
                select conrelid::regclass || ' ' || confrelid::regclass
                from pg_constraint
                where contype = 'f' and conrelid <> confrelid
                """).mapTo(String.class).list());
        var order = Tables.ALL.stream().map(Table::name).toList();

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            var tables = reference.split(" ");
            assertThat(order.indexOf(tables[0])).as(reference).isGreaterThan(order.indexOf(tables[1]));
        });
    }

    @Test
    void what_was_broken_off_goes_on_where_it_was() {
        EngineStub.installIn(database);
        var before = new ArrayList<String>();
        assertThatThrownBy(() -> distribution.complete((name, place) -> {
            before.add(name);
            if (name.equals("quotes")) {
                throw new IllegalStateException("the operator has had enough");
            }
        })).isInstanceOf(IllegalStateException.class);

        var after = new ArrayList<String>();
        distribution.complete((name, place) -> after.add(name));

        assertThat(after).first().isEqualTo("transactions");
        assertThat(after).doesNotContainAnyElementsOf(before);
        assertThat(distribution.missing()).isEmpty();
    }

    @Test
    void a_table_that_is_new_is_missing() {
        EngineStub.installIn(database);
        distribution.complete((name, place) -> {});
        Jdbi.create(database.superuser())
                .useHandle(handle -> handle.execute("delete from pg_dist_partition where logicalrelid = 'proposals'::regclass"));

        assertThat(distribution.missing()).containsExactly("proposals");
    }

    /** With a new version comes a function of a new name. */
    @Test
    void a_function_that_is_new_is_missing() {
        EngineStub.installIn(database);
        distribution.complete((name, place) -> {});
        Jdbi.create(database.superuser()).useHandle(handle -> handle.execute("delete from pg_dist_object"));

        assertThat(distribution.missing()).isEqualTo(DatabaseFunctions.ALL.stream().map(DatabaseFunction::name).toList());
    }

    @Test
    void calls_of_functions_run_where_the_rows_of_their_organization_are() {
        EngineStub.installIn(database);

        distribution.complete((name, place) -> {});

        assertThat(EngineStub.callsIn(database)).containsSubsequence(
                DatabaseFunctions.ALL.stream().map(function -> function.name() + " by $1 with accounts in transactions too").toList());
    }

    @Test
    void where_rows_have_moved_events_are_numbered_above_those_that_exist_before_more_are_written() {
        EngineStub.installIn(database);
        distribution.complete((name, place) -> {});
        assertThat(distribution.haveRowsMoved()).isFalse();
        var superuser = Jdbi.create(database.superuser());
        superuser.useHandle(handle -> handle.execute("insert into forgotten_events (organization_id, kind, last_sequence, last_number)"
                + " values (gen_random_uuid(), 'QUOTE', 5000000000000, 7)"));

        EngineStub.moveRowsIn(database);
        assertThat(distribution.haveRowsMoved()).isTrue();
        distribution.complete((name, place) -> {});

        assertThat(distribution.haveRowsMoved()).isFalse();
        long first = superuser.withHandle(handle -> handle.createQuery("select first_sequence from event_numbering").mapTo(Long.class).one());
        assertThat(first).isEqualTo(5_000_000_000_001L);
    }
}
