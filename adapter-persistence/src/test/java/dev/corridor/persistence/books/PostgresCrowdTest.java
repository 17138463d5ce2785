package dev.corridor.persistence.books;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.model.CrowdContract;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A crowd around several nodes on one database: each with connections of its own, and batches of another size. */
@PropertyDefaults(tries = 4)
class PostgresCrowdTest extends CrowdContract {

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
            POOLS.add(pool);
            STORES.add(PostgresStore.on(pool, pool, settings));
        }
    }

    @AfterContainer
    static void close() {
        STORES.forEach(PostgresStore::close);
        POOLS.forEach(HikariDataSource::close);
        database.close();
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
