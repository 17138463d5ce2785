package dev.corridor.persistence.books;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.corridor.persistence.books.BreakableWay.Plan;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.model.Certainty;
import dev.corridor.testing.model.CrowdContract;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A crowd around several nodes on one database, of which all but the first lose their sessions all the time. */
@PropertyDefaults(tries = 2)
class BrokenCrowdTest extends CrowdContract {

    private static final int ONE_STATEMENT_IN = 20;

    private static final List<LaneSettings> NODES = List.of(
            LaneSettings.STANDARD,
            new LaneSettings(1, 4_096, 3, BatchScope.ORGANIZATION, Planning.BY_KEY),
            new LaneSettings(3, 4_096, 256, BatchScope.ANY, Planning.BY_STATISTICS));

    private static final List<HikariDataSource> POOLS = new ArrayList<>();
    private static final List<PostgresStore> STORES = new ArrayList<>();

    private static TestDatabase database;

    @BeforeContainer
    static void open() {
        database = TestDatabase.create();
        for (var settings : NODES) {
            var pool = database.anotherPool();
            var way = new BreakableWay(pool, database.superuser());
            way.follow(POOLS.isEmpty() ? Plan.NOTHING_BREAKS : Plan.atRandom(ONE_STATEMENT_IN, POOLS.size()));
            POOLS.add(pool);
            STORES.add(PostgresStore.on(pool, way, settings));
        }
    }

    @AfterContainer
    static void close() {
        STORES.forEach(PostgresStore::close);
        POOLS.forEach(HikariDataSource::close);
        database.close();
    }

    @Override
    protected Certainty certainty() {
        return Certainty.ANSWERS_MAY_BE_LOST;
    }

    @Override
    protected List<? extends Store> nodes() {
        return STORES;
    }

    @AfterTry
    void the_books_add_up() {
        var differences = new ArrayList<Difference>();
        new BooksVerifier(database.superuser()).verify(differences::add);
        assertThat(differences).isEmpty();
    }
}
