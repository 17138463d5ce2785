package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** More requests than can be processed in time. */
@MicronautTest
@Property(name = ServiceUnderTest.QUEUE, value = "1")
class OverloadTest {

    private static final int CROWD = 8;

    private final World world;
    private final Customer acme;

    OverloadTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @Test
    void whoever_finds_no_room_is_told_at_once_and_may_come_again() {
        var answers = new ConcurrentLinkedQueue<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            world.whileLocked(acme.account(), () -> {
                sendCrowd(threads, answers);
                // One decision waits for the lock, and one in the queue.
                Await.until("the others are turned away", () -> answers.size() >= CROWD - 2);
            });
        }

        var turnedAway = answers.stream().filter(Answer::isRefusal).toList();
        assertThat(turnedAway).hasSizeGreaterThanOrEqualTo(CROWD - 2);
        assertThat(turnedAway).allSatisfy(answer -> {
            answer.isError(503, "service_unavailable");
            assertThat(answer.headers().allValues("Retry-After")).isEqualTo(List.of("1"));
        });
        assertThat(acme.balance("USD")).isEqualTo((CROWD - turnedAway.size()) + ".00 + 0.00");
        world.assertThatTheBooksAddUp();
    }

    @Test
    void it_is_told_in_every_dialect() {
        var golden = Golden.of(new Refusals(world).serviceUnavailable());

        golden.isTheSameInEveryDialect();
        golden.isAsKept();
    }

    private void sendCrowd(ExecutorService threads, ConcurrentLinkedQueue<Answer> answers) {
        for (int i = 0; i < CROWD; i++) {
            threads.submit(() -> answers.add(acme.api().post("/v1/sandbox/deposits", acme.aDeposit("1.00", "USD"))));
        }
    }
}
