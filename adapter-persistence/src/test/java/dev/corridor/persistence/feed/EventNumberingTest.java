package dev.corridor.persistence.feed;

import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aKeyOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.books.Subjects;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.Topic;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventNumberingTest {

    /** Reached by a busy cluster after years. */
    private static final long HIGH = 1L << 50;

    private TestDatabase database;
    private PostgresStore store;
    private Jdbi superuser;
    private Account account;
    private Topic transactions;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        store = PostgresStore.on(database.dataSource());
        superuser = Database.on(database.superuser());
        var organization = anOrganization();
        store.registry().enrol(organization, aKeyOf(organization), List.of());
        account = anAccountOf(organization);
        store.accounts().add(account);
        transactions = new Topic(organization.id(), EventKind.TRANSACTION);
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void in_another_cluster_numbers_go_on_where_they_ended() {
        deposit();
        superuser.useHandle(handle -> handle.execute("update events set sequence = ?", HIGH));
        superuser.useHandle(handle -> handle.execute("update event_numbering set cluster = 1"));

        EventNumbering.goOn(database.superuser());

        deposit();
        assertThat(sequences()).hasSize(2).isSorted().last().satisfies(last -> assertThat(last).isGreaterThan(HIGH));
        assertThat(store.events().horizon(account.organization())).isLessThan(1L << 53);
    }

    @Test
    void they_go_on_above_those_that_are_forgotten() {
        superuser.useHandle(handle -> handle.execute(
                "insert into forgotten_events values (?, 'TRANSACTION', ?, 1)", account.organization().uuid(), HIGH));
        superuser.useHandle(handle -> handle.execute("update event_numbering set cluster = 1"));

        EventNumbering.goOn(database.superuser());

        deposit();
        assertThat(sequences()).singleElement().satisfies(sequence -> assertThat(sequence).isGreaterThan(HIGH));
    }

    @Test
    void in_the_same_cluster_they_stay_as_they_are() {
        long before = firstSequence();

        EventNumbering.goOn(database.superuser());

        assertThat(firstSequence()).isEqualTo(before);
    }

    /** Where an organization moves in, its events are numbered below all others. */
    @Test
    void a_new_database_begins_far_above_zero() {
        assertThat(firstSequence()).isEqualTo(1L << 40);
    }

    private long firstSequence() {
        return superuser.withHandle(handle -> handle.createQuery("select first_sequence from event_numbering").mapTo(Long.class).one());
    }

    @Test
    void a_transaction_in_progress_holds_the_horizon_back() {
        deposit();
        deposit();
        try (var slow = superuser.open()) {
            slow.begin();
            slow.execute("select pg_current_xact_id()");
            long before = store.events().horizon(account.organization());

            deposit();

            assertThat(store.events().horizon(account.organization())).isEqualTo(before);
            assertThat(sequences()).hasSize(2);
            slow.rollback();
        }
        assertThat(sequences()).hasSize(3);
    }

    private void deposit() {
        store.books().decide(
                Subjects.account(account.organization(), account.id()), open -> open.post(aDepositTo(account, usd("1.00"))));
    }

    private List<Long> sequences() {
        return store.events().read(Set.of(transactions), 0, store.events().horizon(account.organization()), 100).stream().map(Event::sequence)
                .toList();
    }
}
