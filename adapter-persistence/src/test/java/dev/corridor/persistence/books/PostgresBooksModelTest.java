package dev.corridor.persistence.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.transaction.Posting;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.books.verify.BooksVerifier;
import dev.corridor.persistence.books.verify.Difference;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.model.BooksModelContract;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The books on PostgreSQL match the model. */
@PropertyDefaults(tries = 25)
class PostgresBooksModelTest extends BooksModelContract {

    private static TestDatabase database;
    private static PostgresStore postgres;
    private static WholeLedger ledger;

    @BeforeContainer
    static void open() {
        database = TestDatabase.create();
        postgres = PostgresStore.on(database.dataSource());
        ledger = new WholeLedger(database.superuser());
    }

    @AfterContainer
    static void close() {
        var differences = new ArrayList<Difference>();
        new BooksVerifier(database.superuser()).verify(differences::add);
        postgres.close();
        database.close();
        assertThat(differences).isEmpty();
    }

    @Override
    protected Store store() {
        return postgres;
    }

    @Override
    protected List<Posting> postingsOf(TransactionId transaction) {
        return ledger.postingsOf(transaction);
    }
}
