package dev.corridor.persistence.books;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.aTradeOf;
import static dev.corridor.testing.Fixtures.aTransferOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corridor.application.books.Decision;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.EndPayout.Ending;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.persistence.books.BreakableWay.Break;
import dev.corridor.persistence.books.BreakableWay.Plan;
import dev.corridor.persistence.books.verify.BooksVerifier;
import dev.corridor.persistence.books.verify.Difference;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The session is lost at each step between a decision and its answer: the caller is answered all the same, and what was decided is kept once. */
@Execution(ExecutionMode.CONCURRENT)
class CrashPointsTest extends StoreContract {

    /** The round trips of a batch, in their order. */
    enum Step {
        /** Locks what the batch names, and reads it. */
        LOCK(sql -> sql.contains("for no key update")),
        /** Writes what was decided, and commits. */
        COMMIT(sql -> sql.endsWith("commit")),
        /** Ends a transaction in which nothing more is to be done. */
        END("rollback"::equals);

        private final Predicate<String> statement;

        Step(Predicate<String> statement) {
            this.statement = statement;
        }

        boolean isIn(String sql) {
            return statement.test(sql);
        }
    }

    private static TestDatabase database;
    private static PostgresStore postgres;

    private BreakableWay way;
    private PostgresBooks books;
    private int keys;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        postgres = PostgresStore.on(database.dataSource());
    }

    @BeforeEach
    void open_books() {
        way = new BreakableWay(database.superuser(), database.superuser());
        books = new PostgresBooks(way, AssetCatalogue.STANDARD, LaneSettings.STANDARD.withLanes(1));
        books.connect();
    }

    @AfterAll
    static void the_books_add_up() {
        var differences = new ArrayList<Difference>();
        new BooksVerifier(database.superuser()).verify(differences::add);
        postgres.close();
        database.close();
        assertThat(differences).isEmpty();
    }

    @Override
    protected Store store() {
        return postgres;
    }

    static Stream<Arguments> everyStepAndBreak() {
        return Arrays.stream(Step.values()).flatMap(step -> Arrays.stream(Break.values()).map(how -> Arguments.of(step, how)));
    }

    @AfterEach
    void close_books() {
        books.close();
    }

    @ParameterizedTest(name = "{0} breaks {1}")
    @MethodSource("everyStepAndBreak")
    void whatever_breaks_the_decision_is_kept_once(Step step, Break how) {
        Runnable breakNext = () -> way.follow(Plan.once(how, step.statement));
        var opened = anAccountOf(organization);
        var beneficiary = aCryptoBeneficiaryOf(account);
        var quote = aLiveQuoteOf(account);
        var trade = aTradeOf(quote);
        var payout = aCryptoPayoutTo(beneficiary, usdc("9.970000"));

        breakNext.run();
        decide(Subjects.account(organization.id(), account.id()), open -> open.post(aDepositTo(account, usd("150.00"))));
        breakNext.run();
        decide(Subjects.organization(organization.id()), open -> {
            open.record(opened);
            return opened;
        });
        breakNext.run();
        decide(Subjects.account(organization.id(), account.id()), open -> {
            open.record(beneficiary);
            return beneficiary;
        });
        breakNext.run();
        decide(Subjects.account(organization.id(), account.id()), open -> {
            open.record(quote);
            return quote;
        });
        breakNext.run();
        decide(Subjects.quote(organization.id(), quote.id()), open -> {
            open.record(open.quote(quote.id()).execute(NOON));
            return open.post(trade);
        });
        breakNext.run();
        decide(Subjects.beneficiary(organization.id(), account.id(), beneficiary.id()), open -> {
            open.record(aTransferOf(payout.transaction()));
            return open.post(payout);
        });
        breakNext.run();
        var completed = decide(
                Subjects.transaction(organization.id(), payout.transaction().id()),
                open -> open.post(open.transaction(payout.transaction().id()).complete(NOON)));
        breakNext.run();
        decide(Subjects.beneficiary(organization.id(), account.id(), beneficiary.id()), open -> {
            var archived = open.beneficiary(account.id(), beneficiary.id()).archive(NOON.plusSeconds(1));
            open.record(archived);
            return archived;
        });

        assertThat(way.breaks()).isPositive();
        assertThat(store.accounts().find(organization.id(), opened.id())).contains(opened);
        assertThat(store.quotes().find(organization.id(), quote.id())).contains(quote.execute(NOON));
        assertThat(store.transactions().find(organization.id(), trade.transaction().id())).contains(trade.transaction());
        assertThat(store.transactions().find(organization.id(), payout.transaction().id())).contains(completed);
        assertThat(store.beneficiaries().find(organization.id(), account.id(), beneficiary.id()))
                .contains(beneficiary.archive(NOON.plusSeconds(1)));
        assertThat(balance(account, usd("0")).total()).isEqualTo(usd("50.00"));
        assertThat(balance(account, usdc("0")).total()).isEqualTo(usdc("90.000000"));
    }

    @ParameterizedTest(name = "{0} breaks {1}")
    @MethodSource("everyStepAndBreak")
    void whatever_breaks_a_named_request_is_answered_once_and_a_refusal_is_remembered(Step step, Break how) {
        way.follow(Plan.once(how, step.statement));
        var deposit = aDepositTo(account, usd("1.00"));
        var deposited = books.decide(
                once(), Subjects.account(organization.id(), account.id()), open -> open.post(deposit));
        way.follow(Plan.once(how, step.statement));
        var refusal = new Forbidden("planted");
        var refused = catchRefusal(() -> books.decide(once(), Subjects.account(organization.id(), account.id()), open -> {
            open.post(aDepositTo(account, usd("1.00")));
            throw new BusinessException(refusal);
        }));

        assertThat(deposited).isEqualTo(deposit.transaction());
        assertThat(refused.error()).isEqualTo(refusal);
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("1.00"));
    }

    /** The first attempt never arrived; before the second, another node ended the payout in the opposite way, on the same line. */
    @ParameterizedTest
    @EnumSource(Ending.class)
    void what_another_node_decided_meanwhile_is_not_taken_for_what_was_decided_here(Ending ending) {
        var opposite = ending == Ending.SETTLED ? Ending.DECLINED : Ending.SETTLED;
        var beneficiary = aCryptoBeneficiaryOf(account);
        var payout = aCryptoPayoutTo(beneficiary, usdc("9.970000"));
        decide(Subjects.account(organization.id(), account.id()), open -> {
            open.record(beneficiary);
            return open.post(aDepositTo(account, usdc("100.000000")));
        });
        decide(Subjects.beneficiary(organization.id(), account.id(), beneficiary.id()), open -> open.post(payout));
        var isLost = new AtomicBoolean();
        way.follow(sql -> {
            if (isLost.get()) {
                way.follow(Plan.NOTHING_BREAKS);
                postgres.books().decide(Subjects.transaction(organization.id(), payout.transaction().id()), end(payout, opposite));
                return Optional.empty();
            }
            return Step.COMMIT.isIn(sql) && !isLost.getAndSet(true) ? Optional.of(Break.BEFORE_IT_ARRIVES) : Optional.empty();
        });

        var refused = catchRefusal(() -> decide(Subjects.transaction(organization.id(), payout.transaction().id()), end(payout, ending)));

        assertThat(refused.error()).isInstanceOf(InvalidRequest.class);
    }

    private static Decision<Transaction> end(Movement payout, Ending ending) {
        return open -> {
            var transaction = open.transaction(payout.transaction().id());
            return open.post(ending == Ending.SETTLED ? transaction.complete(NOON) : transaction.decline(NOON));
        };
    }

    private static BusinessException catchRefusal(Runnable action) {
        return catchThrowableOfType(BusinessException.class, action::run);
    }

    private <R> R decide(Subjects subjects, Decision<R> decision) {
        return books.decide(subjects, decision);
    }

    private Once<Transaction> once() {
        keys++;
        var key = new IdempotencyKey(organization.id(), "k" + keys, "POST", "/deposits");
        var request = new Once.Request(key, Fingerprint.of(Map.of(), Map.of("amount", "1.00")), NOON);
        return Once.perKey(request, transaction -> "deposited " + transaction.id(), error -> "refused " + error.code());
    }
}
