package dev.corridor.benchmarks.corridor;

import dev.corridor.benchmarks.http.Answer;
import dev.corridor.benchmarks.http.Conversation;
import java.util.List;
import java.util.function.IntSupplier;

/** A pair: ask for a quote, then execute it. Each pair is another account's turn. */
public final class Trades implements Conversation {

    public static final int QUOTE = 0;
    public static final int EXECUTE = 1;

    private final Api api;
    private final List<String> accounts;
    private final IntSupplier turn;
    private String quote;

    /** @param turn whose turn it is, as a place in the list of accounts */
    public Trades(Api api, List<String> accounts, IntSupplier turn) {
        this.api = api;
        this.accounts = accounts;
        this.turn = turn;
    }

    @Override
    public int steps() {
        return 2;
    }

    @Override
    public byte[] request(int step) {
        return step == QUOTE ? quote(accounts.get(turn.getAsInt())) : api.post("/v1/quotes/" + quote + "/execute");
    }

    @Override
    public boolean accept(int step, Answer answer) {
        if (step == QUOTE && answer.isSuccess()) {
            quote = answer.text("quoteId");
        }
        return answer.isSuccess();
    }

    /** So much that the spread is not rounded to nothing: the trade then has five entries. */
    private byte[] quote(String account) {
        return api.post(
                "/v1/quotes",
                "{\"accountId\":\"" + account + "\",\"fromAsset\":\"USD\",\"toAsset\":\"USDC\",\"fromAmount\":\"100.00\"}");
    }
}
