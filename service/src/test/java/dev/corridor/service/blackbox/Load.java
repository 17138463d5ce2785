package dev.corridor.service.blackbox;

import dev.corridor.service.blackbox.Client.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Clients that ask for quotes, execute them and pay out some of what they got, one after the other and as fast as they can, until the service
 * is gone. They keep every answer, and every request that was left without one.
 */
final class Load {

    private static final String BENEFICIARY =
            """
            {"accountId":"%s","nickname":"Supplier","chainName":"ethereum","address":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"}""";

    private static final String QUOTE =
            """
            {"accountId":"%s","fromAsset":"USD","toAsset":"USDC","fromAmount":"10.00"}""";

    private static final String PAYOUT =
            """
            {"accountId":"%s","beneficiaryId":"%s","amount":"1.000000","asset":"USDC","chainName":"ethereum"}""";

    private final String account;
    private final String beneficiary;
    private final List<Thread> clients = new ArrayList<>();
    private final Queue<Answer> quotes = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> trades = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> payouts = new ConcurrentLinkedQueue<>();
    private final Set<Request> unanswered = ConcurrentHashMap.newKeySet();

    /** @param answers of its kind */
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
            load.clients.add(Thread.ofPlatform().start(() -> load.runAsLongAsAnswered(client)));
        }
        return load;
    }

    /** Waits until every client has lost its service. */
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

    List<Answer> answers() {
        return Stream.of(quotes, trades, payouts).flatMap(Queue::stream).toList();
    }

    /** Sends once more what was left without an answer. */
    void repeatUnanswered(Client client) throws IOException, InterruptedException {
        for (var request : unanswered) {
            send(request, client);
        }
    }

    private void runAsLongAsAnswered(Client client) {
        try {
            while (!Thread.interrupted()) {
                var quote = send("/v1/quotes", QUOTE.formatted(account), quotes, client);
                send("/v1/quotes/" + quote.text("quoteId") + "/execute", "", trades, client);
                send("/v1/transactions/crypto-payouts", PAYOUT.formatted(account, beneficiary), payouts, client);
            }
        } catch (IOException e) {
            // The service is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer send(String path, String json, Queue<Answer> answers, Client client) throws IOException, InterruptedException {
        return send(new Request(path, json, UUID.randomUUID().toString(), answers), client);
    }

    private Answer send(Request request, Client client) throws IOException, InterruptedException {
        unanswered.add(request);
        var answer = client.post(request.path(), request.json(), request.idempotencyKey());
        request.answers().add(answer);
        unanswered.remove(request);
        return answer;
    }
}
