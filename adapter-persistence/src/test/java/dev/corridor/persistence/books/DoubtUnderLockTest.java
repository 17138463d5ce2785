package dev.corridor.persistence.books;

import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corridor.application.DecisionRolledBack;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.books.BreakableWay.Break;
import dev.corridor.persistence.books.CrashPointsTest.Step;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postgresql.ds.PGSimpleDataSource;

/** The commit was on its way when the connection broke, and whoever asks for it finds the accounts locked, for longer than anybody waits. */
@Execution(ExecutionMode.CONCURRENT)
class DoubtUnderLockTest extends StoreContract {

    private static TestDatabase database;
    private static PostgresStore postgres;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        postgres = PostgresStore.on(database.dataSource());
    }

    @AfterAll
    static void close() {
        postgres.close();
        database.close();
    }

    @Override
    protected Store store() {
        return postgres;
    }

    @Test
    void what_may_be_kept_is_never_told_as_not_kept() throws SQLException {
        var impatient = (PGSimpleDataSource) database.superuser();
        impatient.setOptions("-c lock_timeout=50ms");
        var way = new BreakableWay(impatient, database.superuser());
        try (var books = new PostgresBooks(way, AssetCatalogue.STANDARD, LaneSettings.STANDARD.withLanes(1));
                var holder = database.superuser().getConnection()) {
            way.follow(sql -> {
                if (Step.LOCK.isIn(sql) && isDeposited()) {
                    lock(holder);
                }
                return Step.COMMIT.isIn(sql) ? Optional.of(Break.BEFORE_THE_ANSWER) : Optional.empty();
            });

            var failure = catchThrowableOfType(RuntimeException.class, () -> books.decide(
                    Subjects.account(organization.id(), account.id()), open -> open.post(aDepositTo(account, usd("1.00")))));

            assertThat(failure).isNotInstanceOf(DecisionRolledBack.class).isNotInstanceOf(BusinessException.class);
            holder.rollback();
        }
        assertThat(isDeposited()).isTrue();
    }

    private boolean isDeposited() {
        return store.accounts().balances(organization.id(), account.id()).stream()
                .anyMatch(balance -> balance.total().equals(usd("1.00")));
    }

    /** Locks of rows would have a transaction id, and whoever reads the past on the same server would wait for its end. */
    private static void lock(Connection holder) {
        try (var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table accounts in exclusive mode");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
