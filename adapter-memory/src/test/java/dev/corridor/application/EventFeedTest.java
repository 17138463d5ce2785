package dev.corridor.application;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aKeyOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.books.Subjects;
import dev.corridor.application.feed.EventFeed;
import dev.corridor.application.feed.FollowEvents.Command;
import dev.corridor.application.feed.FollowEvents.Follower;
import dev.corridor.application.feed.NotifyingBooks;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.feed.Channel;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.FeedError.ResumePointLost;
import dev.corridor.domain.feed.Topic;
import dev.corridor.memory.InMemoryStore;
import dev.corridor.testing.SequentialIds;
import dev.corridor.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventFeedTest {

    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");

    private final InMemoryStore store = InMemoryStore.empty(new SettableClock(NOON), new SequentialIds());
    private final EventFeed feed = new EventFeed(store.events(), event -> {}).start();
    private final NotifyingBooks books = new NotifyingBooks(store.books(), feed);
    private Account account;
    private Topic transactions;

    @BeforeEach
    void open() {
        account = anAccount();
        transactions = new Topic(account.organization(), EventKind.TRANSACTION);
    }

    @AfterEach
    void close() {
        feed.close();
    }

    private Account anAccount() {
        var organization = anOrganization();
        store.registry().enrol(organization, aKeyOf(organization), List.of());
        var opened = anAccountOf(organization);
        store.accounts().add(opened);
        return opened;
    }

    /** Records events and their numbers. */
    private static final class Notes implements Follower {

        private record Line(long number, long sequence) {}

        private final List<Line> lines = new ArrayList<>();
        private final Semaphore told = new Semaphore(0);
        private volatile long begin = -1;
        private volatile boolean gone;

        @Override
        public void begin(long number) {
            begin = number;
        }

        @Override
        public void next(Event event, long number) {
            synchronized (lines) {
                lines.add(new Line(number, event.sequence()));
            }
            told.release();
        }

        @Override
        public void lose(ResumePointLost error) {
            throw new AssertionError("lost its place: " + error);
        }

        @Override
        public boolean awaitRoom() {
            return !gone;
        }

        @Override
        public boolean isGone() {
            return gone;
        }

        void await(int count) {
            told.acquireUninterruptibly(count);
        }

        List<Long> sequences() {
            synchronized (lines) {
                return lines.stream().map(Line::sequence).toList();
            }
        }

        void assertThatNothingIsMissing() {
            synchronized (lines) {
                assertThat(lines).extracting(Line::number).isEqualTo(LongStream.rangeClosed(begin + 1, begin + lines.size()).boxed().toList());
            }
        }
    }

    @Test
    void a_follower_is_told_of_what_happens_from_then_on() {
        deposit(account);
        var notes = new Notes();
        feed.follow(new Command(transactions, OptionalLong.empty()), notes);

        deposit(account);
        deposit(account);

        notes.await(2);
        assertThat(notes.sequences()).isEqualTo(all().subList(1, 3));
        assertThat(notes.begin).isEqualTo(1);
        notes.assertThatNothingIsMissing();
    }

    @Test
    void a_follower_goes_on_after_what_it_knows() {
        for (int i = 0; i < 1_234; i++) {
            deposit(account);
        }
        var notes = new Notes();

        feed.follow(new Command(transactions, OptionalLong.of(10)), notes);
        deposit(account);

        notes.await(1_225);
        assertThat(notes.sequences()).isEqualTo(all().subList(10, 1_235));
        notes.assertThatNothingIsMissing();
    }

    @Test
    void nobody_is_told_of_anothers_affairs() {
        var stranger = anAccount();
        var notes = new Notes();
        var theirs = new Notes();
        feed.follow(new Command(transactions, OptionalLong.empty()), notes);
        feed.follow(new Command(new Topic(stranger.organization(), EventKind.TRANSACTION), OptionalLong.empty()), theirs);

        deposit(stranger);
        deposit(account);

        notes.await(1);
        theirs.await(1);
        assertThat(notes.sequences()).isEqualTo(all());
        assertThat(theirs.sequences()).doesNotContainAnyElementsOf(all()).hasSize(1);
    }

    /** Followers join and leave during events, each from another point of the past. */
    @Test
    void whoever_joins_meanwhile_misses_nothing_and_hears_nothing_twice() throws Exception {
        int deposits = 2_000;
        var followers = new ArrayList<Notes>();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> {
                for (int i = 0; i < deposits; i++) {
                    deposit(account);
                    start.countDown();
                }
            });
            start.await();
            for (int i = 0; i < 40; i++) {
                var notes = new Notes();
                followers.add(notes);
                var after = i % 2 == 0 ? 0 : (i * 37) % all().size();
                threads.submit(() -> feed.follow(new Command(transactions, OptionalLong.of(after)), notes));
                if (i % 8 == 7) {
                    notes.gone = true;
                    feed.leave();
                }
            }
        }

        for (var notes : followers) {
            if (!notes.gone) {
                var expected = all().subList((int) notes.begin, deposits);
                notes.await(expected.size());
                assertThat(notes.sequences()).isEqualTo(expected);
            }
            notes.assertThatNothingIsMissing();
        }
    }

    @Test
    void no_stream_resumes_from_what_is_forgotten_or_was_never_told() {
        var stranger = anAccount();
        deposit(account);
        deposit(stranger);
        deposit(account);
        assertThatItCannotBeGoneOnFrom(3);
        store.events().forget(FAR_AHEAD, Duration.ofDays(7));

        assertThatItCannotBeGoneOnFrom(0);
        assertThatItCannotBeGoneOnFrom(1);
        assertThatItCannotBeGoneOnFrom(3);
        assertThatItCannotBeGoneOnFrom(Long.MAX_VALUE);

        var notes = new Notes();
        feed.follow(new Command(transactions, OptionalLong.of(2)), notes);
        deposit(account);
        notes.await(1);
        notes.assertThatNothingIsMissing();
    }

    private void assertThatItCannotBeGoneOnFrom(long number) {
        assertThatThrownBy(() -> feed.follow(new Command(transactions, OptionalLong.of(number)), new Notes()))
                .as("from %s", number)
                .isInstanceOfSatisfying(
                        BusinessException.class, refusal -> assertThat(refusal.error()).isEqualTo(new ResumePointLost(Channel.TRANSACTIONS)));
    }

    @Test
    void the_last_events_are_told_before_the_end() {
        var notes = new Notes();
        feed.follow(new Command(transactions, OptionalLong.empty()), notes);

        deposit(account);
        feed.close();

        assertThat(notes.sequences()).isEqualTo(all());
    }

    private void deposit(Account to) {
        books.decide(Subjects.account(to.organization(), to.id()), open -> open.post(aDepositTo(to, usd("1.00"))));
    }

    private List<Long> all() {
        return store.events().read(Set.of(transactions), 0, store.events().horizon(transactions.organization()), Integer.MAX_VALUE).stream()
                .map(Event::sequence)
                .toList();
    }
}
