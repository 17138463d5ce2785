package dev.corridor.persistence.books;

import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.DecisionRolledBack;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server refuses is not stored, and the client learns it at once, even if the pool evicts the connection. */
class RefusedStatementsTest extends StoreContract {

    /** A third of the time for which a lost batch would be looked up. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static TestDatabase database;
    private static PostgresStore postgres;
    private static Jdbi superuser;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        postgres = PostgresStore.on(database.dataSource());
        superuser = Jdbi.create(database.superuser());
        superuser.useHandle(handle -> handle.execute("create function refuse() returns trigger language plpgsql as "
                + "$$ begin raise exception 'planted' using errcode = tg_argv[0]; end $$"));
    }

    @AfterAll
    static void close() {
        postgres.close();
        database.close();
    }

    @AfterEach
    void refuse_no_more() {
        superuser.useHandle(handle -> handle.execute("drop trigger planted on balances"));
    }

    @Override
    protected Store store() {
        return postgres;
    }

    /** One SQL state per class. For {@code 0A000} the pool evicts the connection. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "09000", "0A000", "0B000", "0F000", "0L000", "0P000", "20000", "21000", "22012", "23514", "24000", "26000", "27000", "28000",
                "2B000", "2D000", "2F000", "34000", "38000", "39000", "3B000", "3D000", "3F000", "40001", "40P01", "42501", "44000",
                "54000", "57014", "58030", "F0000", "HV000", "P0001", "XX000", "XX001"
            })
    void is_not_kept(String state) throws Exception {
        posted(aDepositTo(account, usd("1.00")));
        refuse(state);

        var answer = started(() -> posted(aDepositTo(account, usd("1.00"))));

        assertThatThrownBy(() -> answer.get(AT_ONCE.toSeconds(), TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(DecisionRolledBack.class)
                .rootCause()
                .hasMessageStartingWith("ERROR: planted\n  Where: PL/pgSQL function refuse() line 1 at RAISE");
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("1.00"));
    }

    private static <T> FutureTask<T> started(Callable<T> call) {
        var task = new FutureTask<>(call);
        Thread.startVirtualThread(task);
        return task;
    }

    /** Read-only, a full disk, no memory, no connections: each passes by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"25006", "53100", "53200", "53300"})
    void of_what_passes_by_itself_nothing_is_kept_and_the_client_may_come_again(String state) throws Exception {
        posted(aDepositTo(account, usd("1.00")));
        refuse(state);

        var answer = started(() -> posted(aDepositTo(account, usd("1.00"))));

        assertThatThrownBy(() -> answer.get(AT_ONCE.toSeconds(), TimeUnit.SECONDS))
                .hasCause(new BusinessException(ServiceUnavailable.outage()));
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("1.00"));
    }

    @Test
    void that_nothing_can_be_written_is_known_until_something_was() {
        posted(aDepositTo(account, usd("1.00")));
        refuse("53100");
        assertThatThrownBy(() -> posted(aDepositTo(account, usd("1.00")))).isInstanceOf(BusinessException.class);

        assertThat(postgres.books().writability().wasRefusedWithin(AT_ONCE)).isTrue();
        assertThat(postgres.books().writability().wasRefusedWithin(Duration.ZERO)).isFalse();
        superuser.useHandle(handle -> handle.execute("alter table balances disable trigger planted"));
        posted(aDepositTo(account, usd("1.00")));
        assertThat(postgres.books().writability().wasRefusedWithin(AT_ONCE)).isFalse();
    }

    private static void refuse(String state) {
        superuser.useHandle(handle -> handle.execute(
                "create trigger planted before update on balances for each row execute function refuse('" + state + "')"));
    }
}
