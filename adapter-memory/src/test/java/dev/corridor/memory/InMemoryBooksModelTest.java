package dev.corridor.memory;

import dev.corridor.application.books.PostedEntry;
import dev.corridor.domain.transaction.Entry;
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
    protected List<Entry> entriesOf(TransactionId transaction) {
        return store.entries().stream()
                .filter(posted -> posted.transaction().equals(transaction))
                .map(PostedEntry::entry)
                .toList();
    }
}
