package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits and closing of connections work across nodes. Source: docs/feed.md. */
@MicronautTest
@Property(name = ServiceUnderTest.TIERS, value = "PULSE connections=8 subscriptions=4")
class FeedOnTwoNodesTest {

    private static final String PATH = "/v1/realtime";
    private static final int CONNECTIONS = 8;
    private static final int SUBSCRIPTIONS = 4;

    private final OtherNode otherNode;
    private final Customer acme;
    private final Answer key;
    private final ApiClient stranger;

    /** One key's clients on both nodes. */
    private final List<ApiClient> nodes;

    private final List<FeedClient> open = Collections.synchronizedList(new ArrayList<>());

    FeedOnTwoNodesTest(World world, OtherNode otherNode) {
        this.otherNode = otherNode;
        this.stranger = world.stranger();
        this.acme = world.newCustomer();
        var terms = "{\"permissions\":[\"feed:read\",\"transactions:read\",\"quotes:read\"],\"tier\":\"PULSE\"}";
        this.key = acme.api().post("/v1/api-keys", Body.of("name", "Watcher").with(terms)).isOk();
        var client = world.stranger().withKey(key.text("/secret"));
        this.nodes = List.of(client, otherNode.api(client));
    }

    @AfterAll
    static void closeTheOtherNode(OtherNode otherNode) {
        otherNode.close();
    }

    @AfterEach
    void closeWhatIsOpen() {
        open.forEach(FeedClient::close);
    }

    @Test
    void connections_are_counted_over_both_nodes() throws Exception {
        var outcomes = allAtOnce(4 * CONNECTIONS, i -> () -> outcomeOfOpening(nodes.get(i % 2)));

        assertThat(outcomes).hasSize(4 * CONNECTIONS).filteredOn("open"::equals).hasSize(CONNECTIONS);
        assertThat(outcomes).filteredOn(outcome -> !outcome.equals("open")).containsOnly("connection_limit_exceeded");
        assertThat(open).allSatisfy(client -> assertThat(client.ask("{\"cmd\":\"ping\"}").path("cmd").asText()).isEqualTo("pong"));
        assertThat(nodes).allSatisfy(node -> assertThat(connectionsAt(node)).hasSize(CONNECTIONS));

        open.forEach(FeedClient::close);
        Await.until("they count no more", () -> connectionsAt(nodes.getFirst()).isEmpty());
        assertThat(nodes).allSatisfy(node -> assertThat(outcomeOfOpening(node)).isEqualTo("open"));
    }

    @Test
    void subscriptions_are_counted_over_both_nodes() throws Exception {
        var clients = IntStream.range(0, CONNECTIONS).mapToObj(i -> connect(nodes.get(i % 2))).toList();

        var codes = allAtOnce(CONNECTIONS, i -> () -> codesOfSubscribing(clients.get(i))).stream().flatMap(List::stream).toList();

        assertThat(codes).hasSize(4 * SUBSCRIPTIONS).filteredOn(code -> code == 0).hasSize(SUBSCRIPTIONS);
        assertThat(codes).filteredOn(code -> code != 0).as("subscription_limit_exceeded").containsOnly(3004);
    }

    @Test
    void what_is_given_back_at_one_node_is_free_at_the_other() {
        var here = connect(nodes.getFirst());
        var there = connect(nodes.getLast());
        here.subscribe("transactions");
        here.subscribe("quotes");
        there.subscribe("transactions");
        there.subscribe("quotes");
        var third = connect(nodes.getLast());
        assertThat(codeOf(third, "subscribe", "quotes")).isEqualTo(3004);

        assertThat(codeOf(here, "unsubscribe", "quotes")).isZero();

        assertThat(codeOf(third, "subscribe", "quotes")).isZero();
    }

    @Test
    void a_connection_is_closed_from_the_other_node() {
        var there = connect(nodes.getLast());
        var connection = acme.api().get("/v1/connections").isOk().text("/data/0/connectionId");

        acme.api().delete("/v1/connections/" + connection).isOk();

        assertThat(there.awaitClose()).isEqualTo(4102);
        assertThat(nodes).allSatisfy(node -> assertThat(connectionsAt(node)).isEmpty());
        otherNode.api(acme.api()).delete("/v1/connections/" + connection).isError(404, "connection_not_found");
    }

    @Test
    void a_key_that_is_revoked_at_one_node_is_let_go_at_the_other() {
        var others = connect(otherNode.api(acme.api()));
        var there = connect(nodes.getLast());

        acme.api().delete("/v1/api-keys/" + key.text("/apiKey/apiKeyId")).isOk();

        assertThat(there.awaitClose()).isEqualTo(4101);
        assertThat(others.ask("{\"cmd\":\"ping\"}").path("cmd").asText()).as("another key's connection goes on").isEqualTo("pong");
    }

    @Test
    void what_happens_at_one_node_is_told_at_the_other() {
        var there = connect(nodes.getLast());
        there.subscribe("transactions");

        var deposit = acme.deposit("5.00", "USD");

        assertThat(there.next().at("/data/transactionId").asText()).isEqualTo(deposit);
    }

    @Test
    void a_client_resumes_at_the_other_node() {
        var here = connect(nodes.getFirst());
        here.subscribe("transactions");
        acme.deposit("5.00", "USD");
        long last = here.next().path("seq").asLong();
        var missed = acme.deposit("6.00", "USD");

        var there = connect(nodes.getLast());
        there.ask("{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"transactions\",\"from\":" + last + "}}");

        var told = there.next();
        assertThat(told.at("/data/transactionId").asText()).isEqualTo(missed);
        assertThat(told.path("prev").asLong()).isEqualTo(last);
    }

    @Test
    void a_ticket_of_one_node_opens_a_websocket_at_either_and_once() {
        var ticket = nodes.getFirst().post("/v1/realtime/tickets").isOk().text("/ticket");
        var path = PATH + "?api_key=" + ticket;

        open.add(FeedClient.open(otherNode.api(stranger), path));

        assertThat(FeedClient.knock(stranger, path).status()).isEqualTo(401);
        assertThat(FeedClient.knock(otherNode.api(stranger), path).status()).isEqualTo(401);
    }

    private FeedClient connect(ApiClient at) {
        var client = FeedClient.open(at, PATH);
        open.add(client);
        return client;
    }

    /** {@code open}, and the connection stays open until the test ends; or the refusal's code. */
    private String outcomeOfOpening(ApiClient at) {
        try {
            connect(at);
            return "open";
        } catch (CompletionException e) {
            var refusal = (WebSocketHandshakeException) e.getCause();
            return refusal.getResponse().headers().firstValue("Corridor-Code").orElseThrow();
        }
    }

    private static List<String> connectionsAt(ApiClient node) {
        return node.get("/v1/connections").isOk().texts("connectionId");
    }

    private static List<Integer> codesOfSubscribing(FeedClient client) {
        return List.of(codeOf(client, "subscribe", "transactions"), codeOf(client, "subscribe", "quotes"));
    }

    private static int codeOf(FeedClient client, String command, String channel) {
        var answer = client.ask("{\"cmd\":\"" + command + "\",\"data\":{\"channel\":\"" + channel + "\"}}");
        return answer.path("code").asInt(-1);
    }

    private interface Work<T> {

        Callable<T> of(int number);
    }

    /** All start at the same moment. */
    private static <T> List<T> allAtOnce(int count, Work<T> work) throws InterruptedException, ExecutionException {
        var everybodyIsReady = new CountDownLatch(count);
        var running = new ArrayList<Future<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                var mine = work.of(i);
                running.add(threads.submit(() -> {
                    everybodyIsReady.countDown();
                    everybodyIsReady.await();
                    return mine.call();
                }));
            }
        }
        var results = new ArrayList<T>();
        for (var done : running) {
            results.add(done.get());
        }
        return results;
    }
}
