package dev.corridor.persistence.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.persistence.testing.EngineStub;
import dev.corridor.persistence.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
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

        distribution.complete(table -> {});

        assertThat(EngineStub.callsIn(database)).startsWith("organizations on each node")
                .containsSubsequence(
                        "accounts by organization_id with none",
                        "balances by organization_id with accounts",
                        "beneficiaries by organization_id with accounts",
                        "transactions by organization_id with accounts",
                        "postings by organization_id with accounts",
                        "events by organization_id with accounts")
                .hasSize(Tables.ALL.size() - (int) Tables.in(Place.LOCAL).count());
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
        var before = new ArrayList<Table>();
        assertThatThrownBy(() -> distribution.complete(table -> {
            before.add(table);
            if (table.name().equals("quotes")) {
                throw new IllegalStateException("the operator has had enough");
            }
        })).isInstanceOf(IllegalStateException.class);

        var after = new ArrayList<Table>();
        distribution.complete(after::add);

        assertThat(after).first().extracting(Table::name).isEqualTo("transactions");
        assertThat(after).doesNotContainAnyElementsOf(before);
        assertThat(distribution.missing()).isEmpty();
    }

    @Test
    void a_table_that_is_new_is_missing() {
        EngineStub.installIn(database);
        distribution.complete(table -> {});
        Jdbi.create(database.superuser())
                .useHandle(handle -> handle.execute("delete from pg_dist_partition where logicalrelid = 'proposals'::regclass"));

        assertThat(distribution.missing()).isEqualTo(List.of(Table.tenant("proposals")));
    }
}
