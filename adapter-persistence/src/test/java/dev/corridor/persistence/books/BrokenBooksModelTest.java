package dev.corridor.persistence.books;

import dev.corridor.domain.transaction.Posting;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.books.BreakableWay.Plan;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.model.BooksModelContract;
import dev.corridor.testing.model.Certainty;
import java.util.List;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The books on PostgreSQL match the model, even if their sessions break all the time. */
@PropertyDefaults(tries = 4)
class BrokenBooksModelTest extends BooksModelContract {

    private static final int ONE_STATEMENT_IN = 20;

    private static TestDatabase database;
    private static PostgresStore undisturbed;
    private static PostgresStore postgres;
    private static WholeLedger ledger;

    @BeforeContainer
    static void open() {
        database = TestDatabase.create();
        var way = new BreakableWay(database.dataSource(), database.superuser());
        undisturbed = PostgresStore.on(database.dataSource());
        postgres = PostgresStore.on(database.dataSource(), way, LaneSettings.STANDARD);
        ledger = new WholeLedger(database.superuser());
        way.follow(Plan.atRandom(ONE_STATEMENT_IN, 7));
    }

    @AfterContainer
    static void close() {
        postgres.close();
        undisturbed.close();
        database.close();
    }

    @Override
    protected Certainty certainty() {
        return Certainty.ANSWERS_MAY_BE_LOST;
    }

    @Override
    protected Store store() {
        return postgres;
    }

    @Override
    protected Store undisturbed(Store store) {
        return undisturbed;
    }

    @Override
    protected List<Posting> postingsOf(TransactionId transaction) {
        return ledger.postingsOf(transaction);
    }
}
