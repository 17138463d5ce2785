package dev.corridor.persistence.books;

import dev.corridor.persistence.books.BreakableWay.Plan;
import dev.corridor.testing.Store;
import dev.corridor.testing.model.Certainty;
import dev.corridor.testing.model.CrowdContract;
import java.util.List;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Several nodes on one database, of which all but the first lose their sessions all the time. */
@PropertyDefaults(tries = 2)
class BrokenCrowdTest extends CrowdContract {

    private static final int ONE_STATEMENT_IN = 20;

    private static Nodes nodes;

    @BeforeContainer
    static void open() {
        nodes = new Nodes((node, pool, database) -> {
            var way = new BreakableWay(pool, database.superuser());
            way.follow(node == 0 ? Plan.NOTHING_BREAKS : Plan.atRandom(ONE_STATEMENT_IN, node));
            return way;
        });
    }

    @AfterContainer
    static void close() {
        nodes.close();
    }

    @Override
    protected Certainty certainty() {
        return Certainty.ANSWERS_MAY_BE_LOST;
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
