package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.corridor.application.books.Subjects;
import dev.corridor.application.idempotency.AnsweredBefore;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.AccessError.TierInsufficient;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.error.IdempotencyError.IdempotencyKeyInUse;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What {@link dev.corridor.application.books.Books} promises about requests that are named with a key. */
public abstract class IdempotencyContract extends StoreContract {

    private static final int CROWD = 64;

    @Test
    void a_request_that_comes_again_is_answered_again_and_has_no_further_effect() {
        var first = deposit(key("k1"), account, "10.00", NOON);

        var again = catchThrowable(() -> deposit(key("k1"), account, "10.00", NOON.plusSeconds(60)));

        assertThat(again)
                .isInstanceOfSatisfying(AnsweredBefore.class, before -> assertThat(before.remembered().answer())
                        .isEqualTo("deposited " + first.id()));
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("10.00"));
    }

    @Test
    void a_key_names_one_request_only() {
        deposit(key("k1"), account, "10.00", NOON);

        assertThatThrownBy(() -> deposit(key("k1"), account, "11.00", NOON))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(new IdempotencyKeyInUse("amount")));
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("10.00"));
    }

    @Test
    void another_key_path_organization_or_broker_is_another_request() {
        deposit(key("k1"), account, "1.00", NOON);
        deposit(key("k2"), account, "1.00", NOON);
        deposit(new IdempotencyKey(organization.id(), "k1", "POST", "/elsewhere"), account, "1.00", NOON);
        deposit(new IdempotencyKey(organization.id(), "k1", "DELETE", "/deposits"), account, "1.00", NOON);
        deposit(ofBroker("k1"), account, "1.00", NOON);
        assertThatThrownBy(() -> deposit(ofBroker("k1"), account, "1.00", NOON)).isInstanceOf(AnsweredBefore.class);
        var stranger = stored(anOrganization());
        var theirs = stored(Fixtures.anAccountOf(stranger));
        deposit(key(stranger.id(), "k1"), theirs, "1.00", NOON);

        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("5.00"));
        assertThat(balance(theirs, usd("0")).available()).isEqualTo(usd("1.00"));
    }

    @Test
    void a_refusal_is_remembered_too_and_leaves_nothing_else() {
        var once = once(key("k1"), "10.00", NOON);
        var refused = new NotFound("Planted");

        assertThatThrownBy(() -> store.books().decide(once, ofAccount(), open -> {
            open.post(aDepositTo(account, usd("10.00")));
            throw new BusinessException(refused);
        }))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error()).isEqualTo(refused));

        assertThat(catchThrowable(() -> deposit(key("k1"), account, "10.00", NOON)))
                .isInstanceOfSatisfying(AnsweredBefore.class, before -> assertThat(before.remembered().answer())
                        .isEqualTo("refused not_found"));
        assertThat(store.accounts().balances(organization.id(), account.id())).isEmpty();
    }

    /** Of each kind one, or another key of the organization would be refused what it may do. */
    @Test
    void a_refusal_that_depends_on_who_asks_or_passes_with_time_is_not_remembered() {
        var refusals = List.of(
                new Forbidden("planted"),
                new ClientInactive(),
                new TierInsufficient(Tier.ORACLE, Tier.STREAM),
                new InvalidApiKey(),
                new RateLimitExceeded(Duration.ofSeconds(1)),
                new ServiceUnavailable());
        for (var refused : refusals) {
            assertThatThrownBy(() -> store.books().decide(once(key("k1"), "10.00", NOON), ofAccount(), open -> {
                open.post(aDepositTo(account, usd("10.00")));
                throw new BusinessException(refused);
            }))
                    .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error()).isEqualTo(refused));
        }

        deposit(key("k1"), account, "10.00", NOON);

        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("10.00"));
    }

    @Test
    void a_fault_is_not_remembered() {
        assertThatThrownBy(() -> store.books().decide(once(key("k1"), "10.00", NOON), ofAccount(), open -> {
            throw new IllegalStateException("planted");
        }))
                .hasMessage("planted");

        deposit(key("k1"), account, "10.00", NOON);

        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("10.00"));
    }

    @Test
    void an_answer_is_forgotten_after_a_day() {
        deposit(key("k1"), account, "10.00", NOON);

        deposit(key("k1"), account, "11.00", NOON.plus(Duration.ofHours(24)));

        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("21.00"));
    }

    /** A day's answers are always there, and none for longer than a day and a half. Its days are long after those of other tests. */
    @Test
    void what_is_forgotten_is_removed_and_what_is_remembered_stays() {
        var start = NOON.plus(Duration.ofDays(1_000));
        var step = Duration.ofHours(6);
        for (int now = 0; now <= 10; now++) {
            store.expiredAnswers().remove(start.plus(step.multipliedBy(now)));
            deposit(key("k" + now), account, "1.00", start.plus(step.multipliedBy(now)));
            for (int then = Math.max(0, now - 3); then <= now; then++) {
                assertThat(isStored(then, start.plus(step.multipliedBy(then)))).isTrue();
            }
        }

        for (int then = 0; then < 4; then++) {
            assertThat(isStored(then, start.plus(step.multipliedBy(then)))).isFalse();
        }
    }

    private boolean isStored(int number, Instant at) {
        return catchThrowable(() -> deposit(key("k" + number), account, "1.00", at)) instanceof AnsweredBefore;
    }

    @Test
    void a_crowd_with_one_key_on_different_accounts_has_one_effect() throws Exception {
        var accounts = new ArrayList<Account>();
        for (int i = 0; i < CROWD; i++) {
            accounts.add(stored(Fixtures.anAccountOf(organization)));
        }

        var start = new CountDownLatch(1);
        var answers = new ArrayList<Future<String>>();
        try (var threads = Executors.newFixedThreadPool(CROWD)) {
            for (var each : accounts) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return answerToDeposit(each);
                }));
            }
            start.countDown();
        }

        assertThat(answers.stream().map(Future::resultNow).distinct()).hasSize(1);
        assertThat(accounts)
                .filteredOn(each -> !store.accounts().balances(organization.id(), each.id()).isEmpty())
                .hasSize(1);
    }

    @Test
    void an_answer_that_is_taken_back_lets_the_request_be_sent_anew() {
        deposit(key("k1"), account, "10.00", NOON);

        store.books().decide(ofAccount(), open -> {
            open.forget(key("k1"));
            return account;
        });

        deposit(key("k1"), account, "10.00", NOON);
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("20.00"));
    }

    @Test
    void an_account_is_opened_once() {
        var opened = Fixtures.anAccountOf(organization);
        var request = new Once.Request(key("k1"), Fingerprint.of(Map.of(), Map.of("name", "Treasury")), NOON);
        var once = Once.<Account>perKey(request, account -> "opened " + account.id(), error -> "refused " + error.code());

        store.books().decide(once, Subjects.organization(organization.id()), open -> {
            open.record(opened);
            return opened;
        });

        assertThat(store.accounts().find(organization.id(), opened.id())).contains(opened);
        assertThat(catchThrowable(() -> store.books().decide(once, Subjects.organization(organization.id()), open -> opened)))
                .isInstanceOf(AnsweredBefore.class);
    }

    @Test
    void a_crowd_with_one_key_has_one_effect() throws Exception {
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Future<String>>();
        try (var threads = Executors.newFixedThreadPool(CROWD)) {
            for (int i = 0; i < CROWD; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return answerToDeposit(account);
                }));
            }
            start.countDown();
        }

        assertThat(answers.stream().map(Future::resultNow).distinct()).hasSize(1);
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("10.00"));
    }

    private String answerToDeposit(Account to) {
        try {
            return "deposited " + deposit(key("k1"), to, "10.00", NOON).id();
        } catch (AnsweredBefore before) {
            return before.remembered().answer();
        }
    }

    private Transaction deposit(IdempotencyKey key, Account account, String amount, Instant now) {
        return store.books().decide(
                once(key, amount, now),
                Subjects.account(account.organization(), account.id()),
                open -> open.post(aDepositTo(account, usd(amount))));
    }

    private Once<Transaction> once(IdempotencyKey key, String amount, Instant now) {
        var fingerprint = Fingerprint.of(Map.of(), Map.of("amount", amount));
        return Once.perKey(
                new Once.Request(key, fingerprint, now),
                transaction -> "deposited " + transaction.id(),
                error -> "refused " + error.code());
    }

    private Subjects ofAccount() {
        return Subjects.account(organization.id(), account.id());
    }

    /** The same broker each time. */
    private IdempotencyKey ofBroker(String text) {
        return new IdempotencyKey(organization.id(), Optional.of(new OrganizationId(new UUID(0, 1))), text, "POST", "/deposits");
    }

    private IdempotencyKey key(String text) {
        return key(organization.id(), text);
    }

    private static IdempotencyKey key(OrganizationId organization, String text) {
        return new IdempotencyKey(organization, text, "POST", "/deposits");
    }
}
