package dev.corridor.benchmarks.corridor;

import dev.corridor.benchmarks.http.Answer;
import dev.corridor.benchmarks.http.Conversation;
import java.util.List;
import java.util.function.IntSupplier;

/** A pair: creates a quote, then executes it. Each pair may use another account. */
public final class Trades implements Conversation {

    public static final int QUOTE = 0;
    public static final int EXECUTE = 1;

    private final Api api;
    private final List<String> accounts;
    private final IntSupplier turn;
    private String quote;

    /** @param turn the index of the next pair's account */
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

    /** Large enough that the spread is not rounded to zero, so that the trade has a posting for its fee. */
    private byte[] quote(String account) {
        return api.post(
                "/v1/quotes",
                "{\"accountId\":\"" + account + "\",\"fromAsset\":\"USD\",\"toAsset\":\"USDC\",\"fromAmount\":\"100.00\"}");
    }
}
