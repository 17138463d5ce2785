package dev.corridor.service.sandbox;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A customer with an account of its own: mostly quotes and trades, sometimes other requests. */
final class SandboxCustomer {

    private static final String FUNDS = "1000000000.00";

    /** Large enough that the spread is not rounded to zero, so that the trade has all its entries. */
    private static final String AMOUNT = "100.00";

    /** One round in this many includes the other requests. */
    private static final int ROUNDS_BETWEEN_OTHER_THINGS = 8;

    private final SandboxClient client;
    private final String account;

    private SandboxCustomer(SandboxClient client, String account) {
        this.client = client;
        this.account = account;
    }

    static SandboxCustomer open(SandboxClient client) throws IOException {
        var opened = client.post("/v1/accounts", "{\"name\":\"Customer\"}");
        var account = find("accountId", opened).orElseThrow(() -> new IOException("no account was opened: " + opened));
        client.post("/v1/sandbox/deposits", "{\"accountId\":\"" + account + "\",\"asset\":\"USD\",\"amount\":\"" + FUNDS + "\"}");
        return new SandboxCustomer(client, account);
    }

    /** Returns the number of trades. */
    int tradeUntil(BooleanSupplier enough) throws IOException {
        int trades = 0;
        for (int round = 0; !enough.getAsBoolean(); round++) {
            trades += trade();
            if (round % ROUNDS_BETWEEN_OTHER_THINGS == 0) {
                otherThings();
            }
        }
        return trades;
    }

    private int trade() throws IOException {
        var quote = client.post(
                "/v1/quotes",
                "{\"accountId\":\"" + account + "\",\"fromAsset\":\"USD\",\"toAsset\":\"USDC\",\"fromAmount\":\"" + AMOUNT + "\"}");
        var id = find("quoteId", quote);
        if (id.isEmpty()) {
            return 0;
        }
        var trade = client.post("/v1/quotes/" + id.get() + "/execute", "");
        return find("transactionId", trade).isPresent() ? 1 : 0;
    }

    /** Reads and refused requests. */
    private void otherThings() throws IOException {
        client.get("/v1/accounts/" + account);
        client.get("/v1/transactions?limit=10");
        client.get("/v1/quotes/quote_00000000000000000000000000000000");
        client.get("/v1/nowhere");
        client.post("/v1/quotes", "{\"accountId\":1}");
    }

    private static Optional<String> find(String member, String json) {
        var name = "\"" + member + "\":\"";
        int begin = json.indexOf(name);
        if (begin < 0) {
            return Optional.empty();
        }
        int valueBegin = begin + name.length();
        return Optional.of(json.substring(valueBegin, json.indexOf('"', valueBegin)));
    }
}
