package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.blackbox.Client.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Clients that request quotes, execute them and pay out part of the proceeds, sequentially and as fast as possible, until stopped or the
 * service is gone. They record every acknowledged request with its response, and every other one.
 */
final class Load {

    private static final String BENEFICIARY = """
            {"accountId":"%s","nickname":"Supplier","chainName":"ethereum","address":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"}""";

    private static final String QUOTE = """
            {"accountId":"%s","fromAsset":"USD","toAsset":"USDC","fromAmount":"10.00"}""";

    private static final String PAYOUT = """
            {"accountId":"%s","beneficiaryId":"%s","amount":"1.000000","asset":"USDC","chainName":"ethereum"}""";

    private static final int OK = 200;

    private final String account;
    private final String beneficiary;
    private final List<Thread> clients = new ArrayList<>();
    private final Queue<Answer> quotes = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> trades = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> payouts = new ConcurrentLinkedQueue<>();
    private final Map<Request, Answer> granted = new ConcurrentHashMap<>();
    private final Set<Request> notGranted = ConcurrentHashMap.newKeySet();
    private final Queue<Answer> refusals = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    /** @param answers to requests of its kind */
    private record Request(String path, String json, String idempotencyKey, Queue<Answer> answers) {}

    private Load(String account, String beneficiary) {
        this.account = account;
        this.beneficiary = beneficiary;
    }

    static Load start(int clients, Serving service) throws IOException, InterruptedException {
        var account = service.printedAccount();
        var beneficiary = service.client().post("/v1/beneficiaries/crypto", BENEFICIARY.formatted(account)).text("beneficiaryId");
        var load = new Load(account, beneficiary);
        for (int i = 0; i < clients; i++) {
            var client = service.client();
            load.clients.add(Thread.ofPlatform().start(() -> load.runUntilStopped(client)));
        }
        return load;
    }

    /** Waits until every client has lost the service. */
    void awaitEnd() throws InterruptedException {
        for (var client : clients) {
            client.join();
        }
    }

    List<Answer> quotes() {
        return List.copyOf(quotes);
    }

    List<Answer> trades() {
        return List.copyOf(trades);
    }

    List<Answer> payouts() {
        return List.copyOf(payouts);
    }

    /** The acknowledged requests so far. */
    int progress() {
        return granted.size();
    }

    /** The unacknowledged requests. */
    int failures() {
        return notGranted.size();
    }

    /** Unexpected responses. */
    List<Answer> refusals() {
        return List.copyOf(refusals);
    }

    /** Stops after the requests in progress. */
    void stop() throws InterruptedException {
        stopped = true;
        awaitEnd();
    }

    /** Repeats unacknowledged requests until they succeed. */
    void repeatNotGranted(Client client) throws Exception {
        for (var request : notGranted) {
            Await.until(request + " is granted", () -> send(request, client).isPresent());
        }
    }

    /** Repeats acknowledged requests: each gets the same response. */
    void repeatGranted(Client client) throws IOException, InterruptedException {
        for (var before : granted.entrySet()) {
            var request = before.getKey();
            var again = client.post(request.path(), request.json(), request.idempotencyKey());
            assertThat(again).as("answer to %s, again", request).isEqualTo(before.getValue());
        }
    }

    private void runUntilStopped(Client client) {
        try {
            while (!stopped) {
                var quote = send("/v1/quotes", QUOTE.formatted(account), quotes, client);
                if (quote.isPresent()) {
                    send("/v1/quotes/" + quote.get().text("quoteId") + "/execute", "", trades, client);
                    send("/v1/transactions/crypto-payouts", PAYOUT.formatted(account, beneficiary), payouts, client);
                }
            }
        } catch (IOException e) {
            // The service is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Answer> send(String path, String json, Queue<Answer> answers, Client client) throws IOException, InterruptedException {
        return send(new Request(path, json, UUID.randomUUID().toString(), answers), client);
    }

    private Optional<Answer> send(Request request, Client client) throws IOException, InterruptedException {
        notGranted.add(request);
        var answer = client.post(request.path(), request.json(), request.idempotencyKey());
        if (answer.status() != OK) {
            refusals.add(answer);
            return Optional.empty();
        }
        request.answers().add(answer);
        granted.put(request, answer);
        notGranted.remove(request);
        return Optional.of(answer);
    }
}
