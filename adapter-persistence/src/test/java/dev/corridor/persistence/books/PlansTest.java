package dev.corridor.persistence.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.testing.ExplainedWay;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.BankOutboxContract;
import dev.corridor.testing.BooksContract;
import dev.corridor.testing.IdempotencyContract;
import dev.corridor.testing.OutboxContract;
import dev.corridor.testing.Store;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Everything the books do, with plans from an empty database: each statement finds its rows by a key. */
class PlansTest {

    /** Up to PostgreSQL 17, a disabled plan that is used for lack of another has this cost. */
    private static final double TOO_MUCH = 1e9;

    private static final Pattern COST = Pattern.compile("\"Total Cost\": ([0-9.]+)");

    /** From PostgreSQL 18 on, the plan says so. */
    private static final String WANT_OF_ANOTHER = "\"Disabled\": true";

    private static final String COMPILES_WHATEVER_CAN_BE_COMPILED = "jit_above_cost = 0";

    private static final String COMPILED = "\"JIT\"";

    private static TestDatabase database;
    private static ExplainedWay way;
    private static PostgresStore postgres;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        way = new ExplainedWay(database, COMPILES_WHATEVER_CAN_BE_COMPILED);
        postgres = PostgresStore.on(database.dataSource(), way.dataSource(), LaneSettings.STANDARD);
    }

    @AfterAll
    static void no_statement_scans_or_is_compiled() {
        postgres.close();
        way.close();
        database.close();

        assertThat(way.plans()).as("plans that were seen").hasSizeGreaterThan(100);
        assertThat(way.plans()).allSatisfy(plan -> assertThat(plan)
                .doesNotContain(COMPILED, WANT_OF_ANOTHER)
                .satisfies(it -> assertThat(costs(it)).allMatch(cost -> cost < TOO_MUCH)));
    }

    private static List<Double> costs(String plan) {
        return COST.matcher(plan).results().map(cost -> Double.valueOf(cost.group(1))).toList();
    }

    @Nested
    class Decisions extends BooksContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Answers extends IdempotencyContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class BankTransfers extends BankOutboxContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Transfers extends OutboxContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }
}
