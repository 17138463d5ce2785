package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.client.ConnectionException;
import dev.corridor.client.CorridorClient;
import dev.corridor.client.api.Sandbox;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.DepositRequest;
import dev.corridor.client.model.SandboxOrganizationRequest;
import dev.corridor.service.Await;
import dev.corridor.service.blackbox.Follower.Told;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the service, followers get every payment of theirs, once and in order. */
@Timeout(600)
class FeedIT {

    private static final int ORGANIZATIONS = 4;
    private static final int FOLLOWERS_OF_EACH = 50;
    private static final int DEPOSITS_BEFORE_THE_END = 300;
    private static final int DEPOSITS_AFTERWARDS = 20;

    @TempDir
    private Path directory;

    /** An organization with its account, its acknowledged deposits, and their followers. */
    private record Watched(String key, String account, ConcurrentLinkedQueue<String> granted, List<Follower> followers) {

        static Watched of(CorridorClient operator, int number) {
            var created = operator.send(Sandbox.createOrganization(SandboxOrganizationRequest.of("Organization " + number)));
            var key = created.apiKey();
            return new Watched(
                    key,
                    created.primaryAccountId(),
                    new ConcurrentLinkedQueue<>(),
                    IntStream.range(0, FOLLOWERS_OF_EACH).mapToObj(i -> new Follower(key, 0)).toList());
        }

        /** Deposits until the service is gone. */
        void deposit(String url, int most) {
            var client = CorridorClient.at(url).key(key);
            try {
                for (int i = 0; i < most; i++) {
                    granted.add(client.send(Sandbox.deposit(DepositRequest.of(account, Asset.USD, BigDecimal.ONE))).transactionId());
                }
            } catch (ConnectionException gone) {
                assertThat(gone).isNotNull();
            }
        }

        void connectAll(String url) {
            followers.parallelStream().forEach(follower -> follower.connect(url));
        }

        /** What a new follower reads from the beginning to the last grant. There may be more events than grants: some responses were lost. */
        List<Told> everything(String url) throws Exception {
            var newcomer = new Follower(key, 0);
            newcomer.connect(url);
            Await.until("everything is told again", () -> newcomer.told().stream().map(Told::transaction).toList().containsAll(granted));
            return newcomer.told();
        }
    }

    @Test
    void nothing_is_missed_and_nothing_told_twice_when_the_service_is_killed() throws Exception {
        var corridor = Corridor.in(directory).with("CORRIDOR_TIERS", "ORACLE connections=1000");
        var service = corridor.serve();
        try (var payers = Executors.newCachedThreadPool()) {
            var organizations = organizations(service);
            organizations.forEach(watched -> watched.connectAll(service.url()));
            payEach(organizations, service.url(), Integer.MAX_VALUE, payers);
            Await.until("all are busy", () -> granted(organizations) > DEPOSITS_BEFORE_THE_END);

            service.kill();

            try (var next = corridor.serve()) {
                organizations.forEach(watched -> watched.connectAll(next.url()));
                payEach(organizations, next.url(), DEPOSITS_AFTERWARDS, payers);
                payers.shutdown();
                Await.until("the payers are done", payers::isTerminated);
                for (var watched : organizations) {
                    assertThatAllKnowEverything(watched, next.url());
                }
            }
        } finally {
            service.close();
        }
    }

    @Test
    void told_to_end_it_says_so_after_the_last_events() throws Exception {
        var corridor = Corridor.in(directory).with("CORRIDOR_TIERS", "ORACLE connections=1000").with("CORRIDOR_DRAIN_SECONDS", "0");
        try (var payers = Executors.newCachedThreadPool()) {
            List<Watched> organizations;
            try (var service = corridor.serve()) {
                organizations = organizations(service);
                organizations.forEach(watched -> watched.connectAll(service.url()));
                payEach(organizations, service.url(), DEPOSITS_AFTERWARDS, payers);
                payers.shutdown();
                Await.until("the payers are done", payers::isTerminated);

                service.terminate();

                service.exitCode();
            }
            for (var watched : organizations) {
                for (var follower : watched.followers) {
                    Await.until("it is told that it is over", () -> follower.closeCode() != 0);
                    assertThat(follower.closeCode()).isEqualTo(1001);
                    assertThat(follower.told()).extracting(Told::transaction).containsExactlyElementsOf(watched.granted);
                }
            }
        }
    }

    private static List<Watched> organizations(Serving service) {
        var organizations = new ArrayList<Watched>();
        for (int i = 0; i < ORGANIZATIONS; i++) {
            organizations.add(Watched.of(service.api(), i));
        }
        return organizations;
    }

    private static void payEach(List<Watched> organizations, String url, int most, ExecutorService payers) {
        organizations.forEach(watched -> payers.submit(() -> watched.deposit(url, most)));
    }

    private static int granted(List<Watched> organizations) {
        return organizations.stream().mapToInt(watched -> watched.granted.size()).sum();
    }

    /** Includes deposits whose response was lost. Clients cannot know whether those exist, but all followers get the same events. */
    private static void assertThatAllKnowEverything(Watched watched, String url) throws Exception {
        var everything = watched.everything(url);
        assertThat(everything).extracting(Told::transaction).containsAll(watched.granted).doesNotHaveDuplicates();
        assertThat(everything).extracting(Told::sequence).isSorted();
        for (var follower : watched.followers) {
            Await.until("it has been told of everything", () -> follower.told().size() >= everything.size());
            assertThat(follower.told()).isEqualTo(everything);
        }
    }
}
