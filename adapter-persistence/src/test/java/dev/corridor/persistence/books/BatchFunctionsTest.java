package dev.corridor.persistence.books;

import static dev.corridor.persistence.testing.Interception.call;
import static dev.corridor.persistence.testing.Interception.proxy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.BooksContract;
import dev.corridor.testing.IdempotencyContract;
import dev.corridor.testing.OutboxContract;
import dev.corridor.testing.PayoutControlsContract;
import dev.corridor.testing.Store;
import java.sql.Connection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Where tables are distributed, a batch is the same two texts, whatever it does: one locks and reads, and one writes and commits. A connection prepares them once. */
class BatchFunctionsTest {

    private static final Pattern PARAMETERS = Pattern.compile("\\?(, \\?)*");

    private static final Set<String> TEXTS = ConcurrentHashMap.newKeySet();

    private static TestDatabase database;
    private static PostgresStore postgres;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        postgres = PostgresStore.on(database.dataSource(), noting(database.dataSource()),
                LaneSettings.STANDARD.withBatchScope(BatchScope.ORGANIZATION));
    }

    private static DataSource noting(DataSource source) {
        return proxy(DataSource.class, (method, arguments) -> {
            var answer = call(source, method, arguments);
            return answer instanceof Connection connection ? noting(connection) : answer;
        });
    }

    private static Connection noting(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                TEXTS.add((String) arguments[0]);
            }
            return call(connection, method, arguments);
        });
    }

    @AfterAll
    static void a_batch_is_two_calls() {
        postgres.close();
        database.close();

        var calls = TEXTS.stream()
                .filter(text -> !text.startsWith("set ") && !text.startsWith("reset "))
                .map(text -> PARAMETERS.matcher(text).replaceAll("..."))
                .collect(toCollection(TreeSet::new));
        var read = BatchFunctions.READ.name();
        var write = BatchFunctions.WRITE.name();
        assertThat(calls).containsExactly(
                "select of_step, row_image from " + read + "(...)", "select " + write + "(...)", "select " + write + "(...);\ncommit");
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
    class Transfers extends OutboxContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }

    @Nested
    class Limits extends PayoutControlsContract {
        @Override
        protected Store store() {
            return postgres;
        }
    }
}
