package dev.corridor.persistence.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.persistence.BatchScope;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class DecisionQueueTest {

    private static final int LIMIT = 100;

    private int accounts;
    private final DecisionQueue<Waiting> queue = new DecisionQueue<>(LIMIT, BatchScope.ANY);

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void a_lone_decision_is_taken_at_once() {
        offer(1);

        assertThat(queue.take(LIMIT).decisions()).hasSize(1);
    }

    @Test
    void while_one_writer_decides_nobody_else_begins() throws Exception {
        offer(1);
        var first = queue.take(LIMIT);
        var second = waitingFor();

        offer(50);
        first.pass();

        assertThat(second.turn().decisions()).hasSize(50);
    }

    @Test
    void while_a_batch_is_written_a_few_decisions_wait_until_there_are_enough() throws Exception {
        offer(1);
        var first = queue.take(LIMIT);
        first.pass();
        var second = waitingFor();

        offer(3);
        offer(1);

        assertThat(second.turn().decisions()).hasSize(4);
    }

    @Test
    void a_few_decisions_wait_no_longer_than_for_the_batch_on_its_way() throws Exception {
        offer(1);
        var first = queue.take(LIMIT);
        first.pass();
        var second = waitingFor();
        offer(1);

        first.end();

        assertThat(second.turn().decisions()).hasSize(1);
    }

    @Test
    void what_would_wait_for_the_batch_on_its_way_is_left_for_the_next() throws Exception {
        int hot = 7;
        queue.offer(aDecisionOn(hot));
        var first = queue.take(LIMIT);
        first.pass();
        var second = waitingFor();
        for (int i = 0; i < 10; i++) {
            queue.offer(aDecisionOn(hot));
        }

        offer(4);
        assertThat(second.turn().decisions()).hasSize(4);
        second.turn().end();
        first.end();

        assertThat(queue.take(LIMIT).decisions()).hasSize(10);
    }

    @Test
    void a_turn_is_passed_once_however_often_its_decisions_are_taken() throws Exception {
        offer(1);
        var first = queue.take(LIMIT);
        first.pass();
        offer(4);
        var second = queue.take(LIMIT);
        var third = waitingFor();
        offer(4);

        first.pass();
        first.end();
        offer(1);
        second.pass();

        assertThat(third.turn().decisions()).hasSize(5);
    }

    @Test
    void a_queue_that_is_closed_is_emptied_and_then_lets_everybody_go() throws Exception {
        offer(1);
        var first = queue.take(LIMIT);
        offer(1);
        var second = waitingFor();
        queue.close();

        assertThat(queue.offer(aDecision())).isFalse();
        first.end();

        assertThat(second.turn().decisions()).hasSize(1);
        assertThat(queue.take(LIMIT).decisions()).isEmpty();
    }

    @Test
    void of_two_idle_writers_the_one_that_worked_last_is_called() throws Exception {
        var cold = waitingFor();
        var warm = waitingFor();

        offer(1);

        assertThat(warm.turn().decisions()).hasSize(1);
        warm.turn().pass();
        offer(4);
        assertThat(cold.turn().decisions()).hasSize(4);
    }

    @Test
    void a_writer_that_goes_on_takes_what_has_come_meanwhile() {
        offer(1);
        var first = queue.take(LIMIT);
        offer(1);

        assertThat(first.next(LIMIT).decisions()).hasSize(1);
    }

    @Test
    void a_writer_that_finds_the_closed_queue_empty_lets_the_other_go() throws Exception {
        offer(1);
        var first = queue.take(LIMIT);
        offer(1);
        queue.close();
        var second = waitingFor();

        assertThat(first.next(LIMIT).next(LIMIT).decisions()).isEmpty();
        assertThat(second.turn().decisions()).isEmpty();
    }

    @Test
    void what_is_parked_holds_up_its_own_account_and_no_other_of_the_same_route() {
        var parked = new Waiting(7, Optional.of("locked elsewhere"));
        queue.offer(parked);
        queue.offer(aDecision());
        var first = queue.take(LIMIT);
        first.park(List.of(parked));

        var behind = new Waiting(7, Optional.of("locked elsewhere"));
        var perhapsBehind = new Waiting(7, Optional.empty());
        var neighbour = new Waiting(7, Optional.of("another account"));
        queue.offer(behind);
        queue.offer(perhapsBehind);
        queue.offer(neighbour);
        var second = queue.take(LIMIT);

        assertThat(second.decisions()).containsExactly(neighbour);
        second.end();
        first.end();
        assertThat(queue.take(LIMIT).decisions()).containsExactly(behind, perhapsBehind);
    }

    private void offer(int decisions) {
        IntStream.range(0, decisions).forEach(i -> assertThat(queue.offer(aDecision())).isTrue());
    }

    /** On a new account. */
    private Waiting aDecision() {
        return aDecisionOn(10 + accounts++);
    }

    private static Waiting aDecisionOn(int route) {
        return new Waiting(route, Optional.empty());
    }

    /** Only waits in the queue. */
    private record Waiting(int route, Optional<?> account) implements PendingDecision {

        @Override
        public long queuedAt() {
            return 0;
        }

        @Override
        public Object organization() {
            return "one";
        }

        @Override
        public void send() {}

        @Override
        public void takeBack() {}

        @Override
        public boolean wasSent() {
            return false;
        }

        @Override
        public Optional<Executor> answers() {
            return Optional.empty();
        }

        @Override
        public void settle() {}

        @Override
        public void fail(RuntimeException failure) {}

        @Override
        public void giveUp(RuntimeException failure) {}
    }

    private record WaitingWriter(Thread writer, FutureTask<DecisionQueue<Waiting>.Turn> task) {

        DecisionQueue<Waiting>.Turn turn() throws Exception {
            return task.get();
        }
    }

    private WaitingWriter waitingFor() {
        var task = new FutureTask<>(() -> queue.take(LIMIT));
        var writer = Thread.ofPlatform().daemon().start(task);
        while (writer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return new WaitingWriter(writer, task);
    }
}
