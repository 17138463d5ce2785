package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.webhook.EndpointList;
import dev.corridor.service.Await;
import dev.corridor.service.receiver.HangingReceiver;
import dev.corridor.service.receiver.WebhookReceiver;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand endpoints, of which one answers. */
@MicronautTest
@Timeout(300)
class WebhookCrowdTest {

    private static final String ENDPOINTS = "/v1/webhooks/endpoints";
    private static final int ALL = 1_000;
    private static final int EVENTS = 300;
    private static final int PERCENT = 100;

    /** No promise of speed, which a busy machine could not keep: the others wait for ten seconds each, and this is far less than all of them. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final World world;

    WebhookCrowdTest(World world) {
        this.world = world;
    }

    @Test
    void the_living_one_receives_in_time_while_all_others_hang() throws Exception {
        try (var living = new WebhookReceiver(); var dead = new HangingReceiver()) {
            var customers = Stream.generate(world::newCustomer).limit(ALL / EndpointList.MAX_ENDPOINTS).toList();
            for (var customer : customers) {
                int number = EndpointList.MAX_ENDPOINTS - (customer.equals(customers.getFirst()) ? 1 : 0);
                for (int i = 0; i < number; i++) {
                    customer.api().post(ENDPOINTS, Body.of("url", dead.url())).isOk();
                }
            }
            customers.getFirst().api().post(ENDPOINTS, Body.of("url", living.url())).isOk();
            customers.forEach(customer -> customer.quote("1.00"));
            Await.until("all others hang", () -> dead.connections() >= ALL - 1);

            var issued = issue(customers.getFirst());

            Await.until("all have come", () -> living.received("quote.created").size() == EVENTS + 1);
            var delays = delays(issued, living);
            System.out.printf(
                    "%s endpoints, %s of them hang: the living one received %s events, half of them within %s ms, 99%% within %s ms;"
                            + " %s connections were open at once, and %s MB of memory used%n",
                    ALL, ALL - 1, EVENTS, percentile(delays, 50).toMillis(), percentile(delays, 99).toMillis(), dead.most(), usedMegabytes());
            assertThat(delays).hasSize(EVENTS);
            assertThat(delays.getLast()).isLessThan(SOON);
            assertThat(dead.most()).as("one request for each that hangs").isLessThan(ALL);
        }
    }

    /** When each quote was answered. */
    private static Map<String, Long> issue(Customer customer) {
        var issued = new HashMap<String, Long>();
        for (int i = 0; i < EVENTS; i++) {
            issued.put(customer.quote("1.00"), System.nanoTime());
        }
        return issued;
    }

    private static List<Duration> delays(Map<String, Long> issued, WebhookReceiver living) {
        var delays = new ArrayList<Duration>();
        for (var message : living.received("quote.created")) {
            var at = issued.get(message.data().path("quoteId").asText());
            if (at != null) {
                delays.add(Duration.ofNanos(message.atNanos() - at));
            }
        }
        return delays.stream().sorted().toList();
    }

    private static Duration percentile(List<Duration> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / PERCENT));
    }

    private static long usedMegabytes() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
