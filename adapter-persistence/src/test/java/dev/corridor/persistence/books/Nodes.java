package dev.corridor.persistence.books;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.books.verify.BooksVerifier;
import dev.corridor.persistence.books.verify.Difference;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.lane.PlannerSettings;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Several nodes on one database, with their own connections and batch sizes. */
final class Nodes implements AutoCloseable {

    private static final List<LaneSettings> SETTINGS = List.of(
            LaneSettings.STANDARD,
            new LaneSettings(1, 4_096, 3, LaneSettings.STANDARD.lockPatience(), BatchScope.ORGANIZATION, PlannerSettings.BY_KEY),
            new LaneSettings(3, 4_096, 256, LaneSettings.STANDARD.lockPatience(), BatchScope.ANY, PlannerSettings.BY_STATISTICS));

    private final TestDatabase database = TestDatabase.create();
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final List<PostgresStore> stores = new ArrayList<>();

    /** Selects the data source of a node's books. The first node is number 0. */
    interface Way {
        DataSource of(int node, HikariDataSource pool, TestDatabase database);
    }

    Nodes(Way way) {
        for (var settings : SETTINGS) {
            var pool = database.anotherPool();
            stores.add(PostgresStore.on(pool, way.of(pools.size(), pool, database), settings));
            pools.add(pool);
        }
    }

    List<PostgresStore> stores() {
        return stores;
    }

    void requireThatTheBooksAddUp() {
        var differences = new ArrayList<Difference>();
        new BooksVerifier(database.superuser()).verify(differences::add);
        assertThat(differences).isEmpty();
    }

    @Override
    public void close() {
        stores.forEach(PostgresStore::close);
        pools.forEach(HikariDataSource::close);
        database.close();
    }
}
