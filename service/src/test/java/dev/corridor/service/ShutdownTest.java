package dev.corridor.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class ShutdownTest {

    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final Shutdown shutdown = new Shutdown();

    @Test
    void the_last_that_was_started_is_ended() {
        shutdown.start(() -> "database", ended::add);
        shutdown.start(() -> "service", ended::add);

        shutdown.run();

        assertThat(ended).containsExactly("service");
    }

    @Test
    void what_failed_to_start_leaves_what_was_there_to_be_ended() {
        shutdown.start(() -> "database", ended::add);
        try {
            shutdown.start(() -> {
                throw new IllegalStateException("the port is taken");
            }, service -> ended.add("service"));
        } catch (IllegalStateException e) {
            shutdown.run();
        }

        assertThat(ended).containsExactly("database");
    }

    @Test
    void what_is_just_being_started_is_waited_for_and_ended() throws Exception {
        var begun = new CountDownLatch(1);
        var complete = new CountDownLatch(1);
        Thread.startVirtualThread(() -> shutdown.start(() -> {
            begun.countDown();
            await(complete);
            return "service";
        }, ended::add));
        begun.await();
        var ending = Thread.ofVirtual().start(shutdown::run);
        awaitState(ending, Thread.State.TIMED_WAITING);
        assertThat(ended).isEmpty();

        complete.countDown();
        ending.join();

        assertThat(ended).containsExactly("service");
    }

    @Test
    void nothing_is_started_any_more_by_a_process_that_ends() throws Exception {
        var started = new CopyOnWriteArrayList<String>();
        Thread.ofVirtual().start(shutdown::run).join();

        var late = Thread.startVirtualThread(() -> shutdown.start(() -> started.add("service"), service -> {}));

        awaitState(late, Thread.State.WAITING);
        assertThat(started).isEmpty();
    }

    private static void awaitState(Thread thread, Thread.State state) {
        while (thread.getState() != state) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
