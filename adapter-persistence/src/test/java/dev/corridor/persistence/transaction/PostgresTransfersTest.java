package dev.corridor.persistence.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.books.verify.BooksVerifier;
import dev.corridor.persistence.books.verify.Difference;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.TransfersContract;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Transfers are the same whether a batch may hold decisions of several organizations or not, and leave books that add up. */
class PostgresTransfersTest {

    private static TestDatabase database;
    private static PostgresStore anyOrganization;
    private static PostgresStore oneOrganization;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        anyOrganization = on(BatchScope.ANY);
        oneOrganization = on(BatchScope.ORGANIZATION);
    }

    private static PostgresStore on(BatchScope scope) {
        return PostgresStore.on(database.dataSource(), database.dataSource(), LaneSettings.STANDARD.withLanes(2).withBatchScope(scope));
    }

    @AfterAll
    static void the_books_add_up() {
        var differences = new ArrayList<Difference>();
        new BooksVerifier(database.superuser()).verify(differences::add);
        anyOrganization.close();
        oneOrganization.close();
        database.close();
        assertThat(differences).isEmpty();
    }

    @Nested
    class BatchesOfAnyOrganization extends TransfersContract {
        @Override
        protected Store store() {
            return anyOrganization;
        }
    }

    @Nested
    class BatchesOfOneOrganization extends TransfersContract {
        @Override
        protected Store store() {
            return oneOrganization;
        }
    }
}
