package dev.corridor.persistence.books;

import dev.corridor.testing.Store;
import dev.corridor.testing.model.CrowdContract;
import java.util.List;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Concurrent clients on several nodes with one database. */
@PropertyDefaults(tries = 4)
class PostgresCrowdTest extends CrowdContract {

    private static Nodes nodes;

    @BeforeContainer
    static void open() {
        nodes = new Nodes((node, pool, database) -> pool);
    }

    @AfterContainer
    static void close() {
        nodes.close();
    }

    @Override
    protected List<? extends Store> nodes() {
        return nodes.stores();
    }

    @AfterTry
    void the_books_add_up() {
        nodes.requireThatTheBooksAddUp();
    }
}
