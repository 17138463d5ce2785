package dev.corridor.memory;

import dev.corridor.application.books.Posted;
import dev.corridor.domain.transaction.Posting;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.testing.Store;
import dev.corridor.testing.model.BooksModelContract;
import java.util.List;
import net.jqwik.api.PropertyDefaults;

@PropertyDefaults(tries = 40)
class InMemoryBooksModelTest extends BooksModelContract {

    private MemoryUnderTest store = MemoryUnderTest.empty();

    @Override
    protected Store store() {
        store = MemoryUnderTest.empty();
        return store;
    }

    @Override
    protected List<Posting> postingsOf(TransactionId transaction) {
        return store.postings().stream()
                .filter(posted -> posted.transaction().equals(transaction))
                .map(Posted::posting)
                .toList();
    }
}
