package dev.corridor.benchmarks.corridor;

import dev.corridor.benchmarks.http.Answer;
import dev.corridor.benchmarks.http.Conversation;
import dev.corridor.benchmarks.machine.BenchException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Opens and funds accounts over the API, so the books match whatever their schema. */
public final class FundedAccounts {

    /** Enough for a hundred million trades of one account. */
    private static final String FUNDS = "10000000000.00";

    private static final int CLIENTS = 32;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Api api;
    private final int count;
    private final List<String> ids = new ArrayList<>();
    private int begun;

    private FundedAccounts(Api api, int count) {
        this.api = api;
        this.count = count;
    }

    /** Opens them; the ids in the order of funding. */
    public static List<String> open(Corridor corridor, int count) {
        var accounts = new FundedAccounts(corridor.api(), count);
        var clients = Stream.generate(accounts::opening).limit(CLIENTS).toList();
        var seen = corridor.generator().run(clients, Duration.ZERO, LIMIT);
        if (accounts.ids.size() != count) {
            throw new BenchException(accounts.ids.size() + " of " + count + " accounts could be opened and funded; errors: "
                    + seen.errors() + ", without an answer: " + seen.drops());
        }
        return List.copyOf(accounts.ids);
    }

    private Conversation opening() {
        return new Conversation() {
            private String account;

            @Override
            public int steps() {
                return 2;
            }

            @Override
            public byte[] request(int step) {
                return step == 0
                        ? api.post("/v1/accounts", "{\"name\":\"Account " + ++begun + "\"}")
                        : api.post(
                                "/v1/sandbox/deposits",
                                "{\"accountId\":\"" + account + "\",\"asset\":\"USD\",\"amount\":\"" + FUNDS + "\"}");
            }

            @Override
            public boolean accept(int step, Answer answer) {
                if (answer.isSuccess() && step == 0) {
                    account = answer.text("accountId");
                } else if (answer.isSuccess()) {
                    ids.add(account);
                }
                return answer.isSuccess();
            }

            @Override
            public boolean hasMore() {
                return begun < count;
            }
        };
    }
}
