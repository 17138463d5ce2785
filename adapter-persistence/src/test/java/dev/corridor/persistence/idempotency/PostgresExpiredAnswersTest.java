package dev.corridor.persistence.idempotency;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.idempotency.AnsweredBefore;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.persistence.books.PostgresBooks;
import dev.corridor.persistence.books.verify.BooksVerifier;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request is sent twice while the partition of its answer changes. Whatever comes first, it has one effect. */
class PostgresExpiredAnswersTest extends StoreContract {

    private static final Consumer<Transaction> NOTHING = deposited -> {};

    private TestDatabase database;
    private PostgresStore postgres;
    private PostgresBooks anotherNode;
    private PostgresExpiredAnswers answers;

    @Override
    protected Store store() {
        database = TestDatabase.create();
        postgres = PostgresStore.on(database.dataSource());
        anotherNode = new PostgresBooks(database.dataSource(), AssetCatalogue.STANDARD, LaneSettings.STANDARD);
        answers = new PostgresExpiredAnswers(database.dataSource());
        return postgres;
    }

    @AfterEach
    void the_books_add_up() {
        new BooksVerifier(database.dataSource()).verify(difference -> {
            throw new AssertionError(difference);
        });
        anotherNode.close();
        postgres.close();
        database.close();
    }

    @Test
    void a_request_that_is_being_decided_keeps_the_partition_and_a_second_one_for_another_account_loses_or_wins_in_it() {
        var other = stored(anAccountOf(organization));

        assertThatThrownBy(() -> deposit(store.books(), account, NOON, looksUp -> {
            assertThat(turns(NOON)).isFalse();
            deposit(anotherNode, other, NOON, NOTHING);
            assertThat(turns(NOON)).isFalse();
        })).isInstanceOf(AnsweredBefore.class);

        assertThat(turns(NOON)).isTrue();
        assertThat(store.accounts().balances(organization.id(), account.id())).isEmpty();
        assertThat(balance(other, usd("0")).available()).isEqualTo(usd("1.00"));
    }

    @Test
    void an_answer_is_found_from_both_partitions_that_come_after_its_own() {
        deposit(store.books(), account, NOON, NOTHING);

        for (var hours : new int[]{0, 12, 23}) {
            var now = NOON.plus(Duration.ofHours(hours));
            turns(now);
            assertThatThrownBy(() -> deposit(anotherNode, account, now, NOTHING)).isInstanceOf(AnsweredBefore.class);
        }
    }

    @Test
    void what_is_forgotten_and_not_removed_yet_gives_way_to_the_new_answer_in_another_partition() {
        deposit(store.books(), account, NOON, NOTHING);
        turns(NOON);
        var tomorrow = NOON.plus(IdempotencyRecord.KEPT_FOR);

        deposit(store.books(), account, tomorrow, NOTHING);

        assertThatThrownBy(() -> deposit(anotherNode, account, tomorrow.plusSeconds(1), NOTHING)).isInstanceOf(AnsweredBefore.class);
        assertThat(count("idempotency_records")).isEqualTo(1);
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("2.00"));
    }

    /** The clock of a node was fast, or its answers came late. */
    @Test
    void a_partition_with_an_answer_that_is_remembered_is_not_emptied_whatever_the_time() {
        var late = NOON.plus(Duration.ofHours(14));
        deposit(store.books(), account, late, NOTHING);
        assertThat(turns(NOON)).isTrue();
        assertThat(turns(NOON.plus(Duration.ofHours(12)))).isTrue();

        assertThat(turns(NOON.plus(Duration.ofHours(37)))).isFalse();
        assertThat(count("idempotency_records")).isEqualTo(1);
        assertThat(turns(late.plus(IdempotencyRecord.KEPT_FOR).plusSeconds(1))).isTrue();
        assertThat(count("idempotency_records")).isZero();
    }

    @Test
    void it_turns_twice_a_day() {
        assertThat(turns(NOON)).isTrue();
        assertThat(turns(NOON)).isFalse();
        assertThat(turns(NOON.plus(Duration.ofHours(12)).minusSeconds(1))).isFalse();
        assertThat(turns(NOON.plus(Duration.ofHours(12)))).isTrue();
    }

    /** Such as one that dumps the database: payments go on, in the partition that takes in. */
    @Test
    void whoever_reads_the_table_for_long_puts_the_turn_off_and_nothing_else() {
        try (var reader = Jdbi.open(database.superuser())) {
            reader.begin();
            reader.execute("select from idempotency_records");

            assertThat(turns(NOON)).isFalse();
            deposit(store.books(), account, NOON, NOTHING);
            reader.rollback();
        }

        assertThat(turns(NOON)).isTrue();
    }

    private boolean turns(Instant now) {
        return answers.turn(now);
    }

    /** @param whileDeciding after the key was looked up, before the answer is stored */
    private void deposit(Books books, Account to, Instant at, Consumer<Transaction> whileDeciding) {
        var request = new Once.Request(
                new IdempotencyKey(organization.id(), "k1", "POST", "/deposits"), Fingerprint.of(Map.of(), Map.of("amount", "1.00")), at);
        Once<Transaction> once = Once.perKey(request, transaction -> "deposited", error -> "refused");
        books.decide(once, Subjects.account(to.organization(), to.id()), open -> {
            var deposited = open.post(aDepositTo(to, usd("1.00")));
            whileDeciding.accept(deposited);
            return deposited;
        });
    }

    private long count(String table) {
        return Jdbi.create(database.superuser()).withHandle(handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
    }
}
