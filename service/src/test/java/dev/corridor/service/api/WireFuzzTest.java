package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.testing.model.Torture;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Requests that move money, with something wrong about each: bytes flipped, added, dropped, lines doubled, lengths and chunks that lie. Whatever
 * comes back is no fault of ours, and what is refused, or not answered, has changed nothing. A seed makes them the same every time.
 */
@MicronautTest
@Property(name = ServiceUnderTest.DEADLINES, value = "1 1 5")
class WireFuzzTest {

    /** A hundred rounds of torture are a hundred thousand requests. */
    private static final int REQUESTS = 1_000 * Torture.rounds().orElse(1);

    /** The server is the first to lose it with a request of which more ought to come. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> PARTS = List.of(
            "\r\n", "\n", "\r", "\u0000", " ", "\t", ":", ";", ",", "\"", "{", "}", "[", "]", "\\", "%", "%00", "%c0%af", "/", "//", "/../", "?", "#",
            "&", "=", "\u00ff",
            "\u00c0\u0080", "0", "-1", "99999999999999999999", "1e9", "null", "true", "HTTP/1.1", "chunked", "Content-Length: 3\r\n",
            "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "Host: b\r\n", "Idempotency-Key: k\r\n", "Expect: 100-continue\r\n",
            "Connection: upgrade\r\nUpgrade: websocket\r\n", "Accept-Encoding: snappy\r\n", "Origin: null\r\n", "X: \u0001\r\n",
            "Corridor-Dialect: nexgent\r\n");

    private static final int CUSTOMERS = 32;

    private final World world;
    private final RawClient raw;
    private final Map<String, Integer> statuses = new ConcurrentSkipListMap<>();

    WireFuzzTest(World world, EmbeddedServer server) {
        this.world = world;
        this.raw = new RawClient(server.getPort());
    }

    @Test
    void whatever_is_wrong_with_a_request_it_breaks_nothing_and_changes_nothing_when_it_is_refused() throws Exception {
        var customers = IntStream.range(0, CUSTOMERS).mapToObj(seed -> Executors.callable(() -> sendAll(new Random(seed)))).toList();

        try (var threads = Executors.newFixedThreadPool(CUSTOMERS)) {
            for (var customer : threads.invokeAll(customers)) {
                customer.get();
            }
        }

        LoggerFactory.getLogger(WireFuzzTest.class).info("{} requests were answered so: {}", REQUESTS, statuses);
        assertThat(statuses).containsKeys("200", "400");
        world.assertThatTheBooksAddUp();
    }

    private void sendAll(Random random) {
        var acme = world.newCustomer();
        var operations = operations(acme);
        var before = world.everythingOf(acme);
        for (int i = 0; i < REQUESTS / CUSTOMERS; i++) {
            var request = mutated(operations.get(random.nextInt(operations.size())).request(acme.key(), random), random);
            var reply = raw.send(request.getBytes(StandardCharsets.ISO_8859_1), PATIENCE);

            assertThat(reply.statuses()).as(request).allMatch(status -> status < 500);
            reply.statuses().forEach(status -> statuses.merge(status.toString(), 1, Integer::sum));
            if (reply.statuses().isEmpty()) {
                statuses.merge("no answer", 1, Integer::sum);
            }
            var after = world.everythingOf(acme);
            if (reply.isRefusal()) {
                assertThat(after).as("%s%n%s", request, reply.text()).isEqualTo(before);
            }
            before = after;
        }
    }

    private static List<Operation> operations(Customer acme) {
        acme.deposit("1000000.000000", "USDC");
        acme.deposit("1000000.00", "USD");
        acme.deposit("1000000.00", "EUR");
        var wallet = acme.registerWallet();
        var bankAccount = acme.registerBankAccount();
        return List.of(
                new Operation("POST /v1/transactions/crypto-payouts", acme.aCryptoPayout(wallet, "1.000000").toString()),
                new Operation("POST /v1/transactions/fiat-payouts", acme.aFiatPayout(bankAccount, "1.00").toString()),
                new Operation("POST /v1/sandbox/deposits", acme.aDeposit("1.00", "USD").toString()),
                new Operation("POST /v1/quotes", acme.aQuote("1.00").toString()),
                new Operation("POST /v1/quotes/" + acme.quote("10.00") + "/execute", ""),
                new Operation("POST /v1/beneficiaries/crypto", acme.aWallet().toString()),
                new Operation("DELETE /v1/beneficiaries/" + acme.registerWallet() + "?accountId=" + acme.account(), ""),
                new Operation("GET /v1/accounts/" + acme.account() + "/balances/USDC", ""),
                new Operation("GET /v1/transactions?limit=2", ""));
    }

    private record Operation(String line, String body) {

        private String request(String key, Random random) {
            var head = line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + key + "\r\n";
            if (random.nextBoolean()) {
                head += "Idempotency-Key: " + random.nextInt(1_000_000) + "\r\n";
            }
            if (body.isEmpty()) {
                return head + "\r\n";
            }
            head += "Content-Type: application/json\r\n";
            return random.nextBoolean()
                    ? head + "Content-Length: " + body.length() + "\r\n\r\n" + body
                    : head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        }
    }

    private static String mutated(String request, Random random) {
        var text = new StringBuilder(request);
        for (int i = random.nextInt(4); i >= 0; i--) {
            mutate(text, random);
        }
        return text.toString();
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(13) / 2) {
            case 0 -> text.setCharAt(at, (char) random.nextInt(256));
            case 1 -> text.setCharAt(at, (char) (text.charAt(at) ^ 1 << random.nextInt(8)));
            case 2 -> text.insert(at, PARTS.get(random.nextInt(PARTS.size())));
            case 3 -> text.delete(at, Math.min(text.length() - 1, at + 1 + random.nextInt(8)));
            case 4 -> repeatLine(text, at);
            case 5 -> text.insert(text.indexOf("\r\n") < 0 ? 0 : text.indexOf("\r\n") + 2, PARTS.get(random.nextInt(PARTS.size())));
            default -> text.setLength(Math.max(1, at));
        }
    }

    private static void repeatLine(StringBuilder text, int at) {
        int begin = text.lastIndexOf("\n", at) + 1;
        int end = text.indexOf("\n", at);
        text.insert(begin, end < 0 ? text.substring(begin) : text.substring(begin, end + 1));
    }
}
