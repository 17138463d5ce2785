package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.client.ConnectionException;
import dev.corridor.client.CorridorClient;
import dev.corridor.client.CorridorException;
import dev.corridor.client.Request;
import dev.corridor.client.api.Beneficiaries;
import dev.corridor.client.api.Quotes;
import dev.corridor.client.api.Transactions;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.ChainName;
import dev.corridor.client.model.CreateQuoteRequest;
import dev.corridor.client.model.CryptoBeneficiaryRequest;
import dev.corridor.client.model.CryptoPayout;
import dev.corridor.client.model.CryptoPayoutRequest;
import dev.corridor.client.model.Quote;
import dev.corridor.client.model.Trade;
import dev.corridor.service.Await;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Clients that request quotes, execute them and pay out part of the proceeds, sequentially and as fast as possible, until stopped or the
 * service is gone. They record every acknowledged request with its response, and every other one.
 */
final class Load {

    private final CreateQuoteRequest quote;
    private final CryptoPayoutRequest payout;
    private final List<Thread> clients = new ArrayList<>();
    private final Queue<Quote> quotes = new ConcurrentLinkedQueue<>();
    private final Queue<Trade> trades = new ConcurrentLinkedQueue<>();
    private final Queue<CryptoPayout> payouts = new ConcurrentLinkedQueue<>();
    private final Map<Step<?>, Object> granted = new ConcurrentHashMap<>();
    private final Set<Step<?>> notGranted = ConcurrentHashMap.newKeySet();
    private final Queue<Long> grantedAt = new ConcurrentLinkedQueue<>();
    private final Queue<CorridorException> refusals = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    /** @param answers to requests of its kind */
    private record Step<T>(Request<T> request, Queue<T> answers) {}

    private Load(String account, String beneficiary) {
        this.quote = CreateQuoteRequest.of(account, Asset.USD, Asset.USDC).fromAmount(new BigDecimal("10.00"));
        this.payout = CryptoPayoutRequest.of(account, beneficiary, new BigDecimal("1.000000"), Asset.USDC, ChainName.ETHEREUM_SEPOLIA);
    }

    static Load start(int clients, Serving service) {
        return start(service.printedAccount(), Stream.generate(service::api).limit(clients).toList());
    }

    static Load start(String account, List<CorridorClient> clients) {
        var supplier = CryptoBeneficiaryRequest.of(
                account, "Supplier", ChainName.ETHEREUM_SEPOLIA, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
        var load = new Load(account, clients.getFirst().send(Beneficiaries.registerCryptoBeneficiary(supplier)).beneficiaryId());
        for (var client : clients) {
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

    List<Quote> quotes() {
        return List.copyOf(quotes);
    }

    List<Trade> trades() {
        return List.copyOf(trades);
    }

    List<CryptoPayout> payouts() {
        return List.copyOf(payouts);
    }

    /** The acknowledged requests so far. */
    int progress() {
        return granted.size();
    }

    /** When each was acknowledged, in nanoseconds of the JVM's clock. */
    List<Long> grantedAt() {
        return List.copyOf(grantedAt);
    }

    /** The unacknowledged requests. */
    int failures() {
        return notGranted.size();
    }

    /** Unexpected responses. */
    List<CorridorException> refusals() {
        return List.copyOf(refusals);
    }

    /** Stops after the requests in progress. */
    void stop() throws InterruptedException {
        stopped = true;
        awaitEnd();
    }

    /** Repeats unacknowledged requests until they succeed. */
    void repeatNotGranted(CorridorClient client) throws Exception {
        for (var step : notGranted) {
            Await.until(step.request() + " is granted", () -> send(step, client).isPresent());
        }
    }

    /** Repeats acknowledged requests: each gets the same response, and the hash of a payout that could not be prepared at once. */
    void repeatGranted(CorridorClient client) {
        granted.forEach((step, before) -> assertThat((Object) client.send(step.request()))
                .as("answer to %s, again", step.request())
                .usingRecursiveComparison()
                .ignoringFields(before instanceof CryptoPayout payout && payout.txHash().isEmpty() ? new String[]{"txHash"} : new String[0])
                .isEqualTo(before));
    }

    private void runUntilStopped(CorridorClient client) {
        try {
            while (!stopped) {
                var firm = send(new Step<>(Quotes.createQuote(quote), quotes), client);
                if (firm.isPresent()) {
                    send(new Step<>(Quotes.executeQuote(firm.get().quoteId()), trades), client);
                    send(new Step<>(Transactions.payOutCrypto(payout), payouts), client);
                }
            }
        } catch (ConnectionException e) {
            // The service is gone.
        }
    }

    private <T> Optional<T> send(Step<T> step, CorridorClient client) {
        notGranted.add(step);
        try {
            var answer = client.send(step.request());
            step.answers().add(answer);
            granted.put(step, answer);
            grantedAt.add(System.nanoTime());
            notGranted.remove(step);
            return Optional.of(answer);
        } catch (CorridorException refusal) {
            refusals.add(refusal);
            return Optional.empty();
        }
    }
}
