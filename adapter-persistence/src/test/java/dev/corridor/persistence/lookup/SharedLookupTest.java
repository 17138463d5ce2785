package dev.corridor.persistence.lookup;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.persistence.BatchScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedLookupTest {

    private static final int UNREADABLE = 13;
    private static final int UNREACHABLE = 14;

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final List<List<Integer>> statements = new CopyOnWriteArrayList<>();
    private final Lookup<Integer, String> lookup = Lookup.shared(BatchScope.ANY, this::slowly);

    @Test
    void who_asks_while_others_are_looked_up_shares_the_next_statement() throws Exception {
        var first = begins(1);
        var second = asks(2);
        var third = asks(3);
        var secondAgain = asks(2);
        var nothing = asks(-1);

        mayEnd.release(2);

        assertThat(List.of(first.get(), second.get(), third.get(), secondAgain.get(), nothing.get())).containsExactly(
                Optional.of("thing 1"),
                Optional.of("thing 2"),
                Optional.of("thing 3"),
                Optional.of("thing 2"),
                Optional.empty());
        assertThat(statements).hasSize(2).last(LIST).containsExactlyInAnyOrder(2, 3, -1);
    }

    @Test
    void who_cannot_wait_is_answered_on_the_thread_of_its_connection_which_is_woken_once_for_all_it_has_asked() throws Exception {
        var tasks = new LinkedBlockingQueue<Runnable>();
        Executor connection = tasks::add;
        begins(1);
        var third = lookup.begin(3, connection).toCompletableFuture();
        var nothing = lookup.begin(-1, connection).toCompletableFuture();
        var ofAnother = lookup.begin(4, Runnable::run).toCompletableFuture();

        mayEnd.release(2);

        assertThat(ofAnother.join()).contains("thing 4");
        var told = tasks.take();
        assertThat(third).isNotDone();
        told.run();
        assertThat(third).isCompletedWithValue(Optional.of("thing 3"));
        assertThat(nothing).isCompletedWithValue(Optional.empty());
    }

    @Test
    void the_next_asks_again_what_was_asked_before() {
        mayEnd.release(2);

        assertThat(lookup.find(1)).contains("thing 1");
        assertThat(lookup.find(1)).contains("thing 1");

        assertThat(statements).containsExactly(List.of(1), List.of(1));
    }

    @Test
    void what_cannot_be_read_fails_for_nobody_else() throws Exception {
        var first = begins(1);
        var second = asks(2);
        var unreadable = asks(UNREADABLE);

        mayEnd.release(4);

        assertThat(List.of(first.get(), second.get())).containsExactly(Optional.of("thing 1"), Optional.of("thing 2"));
        assertThatThrownBy(unreadable::get).hasCauseInstanceOf(IllegalStateException.class).hasRootCauseMessage("unreadable");
    }

    @Test
    void who_is_alone_in_a_statement_that_fails_is_not_made_to_wait_for_another() {
        mayEnd.release(2);

        assertThatThrownBy(() -> lookup.find(UNREADABLE)).hasMessage("unreadable");

        assertThat(statements).containsExactly(List.of(UNREADABLE));
    }

    @Test
    void without_a_database_each_is_told_so_by_the_one_attempt() throws Exception {
        var first = begins(1);
        var second = asks(2);
        var third = asks(UNREACHABLE);

        mayEnd.release(2);

        first.get();
        assertThatThrownBy(second::get).hasCauseInstanceOf(BusinessException.class);
        assertThatThrownBy(third::get).hasCauseInstanceOf(BusinessException.class);
        assertThat(statements).hasSize(2);
    }

    @Test
    void where_organizations_share_nothing_each_asks_alone() throws Exception {
        Lookup<Integer, String> alone = Lookup.shared(BatchScope.ORGANIZATION, this::slowly);
        var all = List.of(started(alone, 1), started(alone, 2), started(alone, 3));
        begun.acquire(3);

        mayEnd.release(3);

        for (var each : all) {
            assertThat(each.get()).isPresent();
        }
        assertThat(statements).containsExactlyInAnyOrder(List.of(1), List.of(2), List.of(3));
    }

    private Map<Integer, String> slowly(List<Integer> keys) {
        statements.add(keys);
        begun.release();
        mayEnd.acquireUninterruptibly();
        if (keys.contains(UNREADABLE)) {
            throw new IllegalStateException("unreadable");
        }
        if (keys.contains(UNREACHABLE)) {
            throw new BusinessException(ServiceUnavailable.outage());
        }
        return keys.stream().filter(key -> key > 0).collect(toMap(key -> key, key -> "thing " + key));
    }

    /** Returns when its statement has begun, which is for no other. */
    private FutureTask<Optional<String>> begins(int key) throws InterruptedException {
        var answer = asks(key);
        begun.acquire();
        return answer;
    }

    /** Returns when it waits. */
    private FutureTask<Optional<String>> asks(int key) {
        return started(lookup, key);
    }

    private static FutureTask<Optional<String>> started(Lookup<Integer, String> lookup, int key) {
        var answer = new FutureTask<>(() -> lookup.find(key));
        var thread = Thread.startVirtualThread(answer);
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return answer;
    }
}
