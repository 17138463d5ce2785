package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.corridor.Corridor;
import dev.corridor.benchmarks.corridor.FundedAccounts;
import dev.corridor.benchmarks.corridor.Reconciliation;
import dev.corridor.benchmarks.corridor.Trades;
import dev.corridor.benchmarks.http.LoadGenerator;
import dev.corridor.benchmarks.http.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Corridor with funded accounts, and the reconciliation of its responses. */
final class Stage {

    static final int ACCOUNTS = 10_000;

    private final Corridor corridor;
    private final List<String> accounts;
    private final Reconciliation reconciliation;

    private Stage(Corridor corridor, List<String> accounts, Reconciliation reconciliation) {
        this.corridor = corridor;
        this.accounts = accounts;
        this.reconciliation = reconciliation;
    }

    static Stage set(Corridor corridor) {
        corridor.postgres().requireDurability();
        var reconciliation = Reconciliation.begin(corridor.postgres());
        return new Stage(corridor, FundedAccounts.open(corridor, ACCOUNTS), reconciliation);
    }

    /** The same accounts after a restart of Corridor. */
    Stage on(Corridor restarted) {
        return new Stage(restarted, accounts, reconciliation);
    }

    Corridor corridor() {
        return corridor;
    }

    List<String> accounts() {
        return accounts;
    }

    Reconciliation reconciliation() {
        return reconciliation;
    }

    String hotAccount() {
        return accounts.getFirst();
    }

    Load trade(Workload workload, int clients, Duration leadIn, Duration measured) {
        return trade(workload, clients, (generator, conversations) -> generator.run(conversations, leadIn, measured));
    }

    /** An open loop on all accounts. */
    Load tradeAt(int pairsPerSecond, int clients, Duration leadIn, Duration measured) {
        return trade(
                Workload.UNIFORM,
                clients,
                (generator, conversations) -> generator.runAt(pairsPerSecond, conversations, leadIn, measured));
    }

    private Load trade(Workload workload, int clients, BiFunction<LoadGenerator, List<Trades>, Measurement> pace) {
        var turns = workload.turns(accounts.size(), new SplittableRandom());
        var conversations = Stream.generate(() -> new Trades(corridor.api(), accounts, turns)).limit(clients).toList();
        var corridorBefore = corridor.server().usage();
        var postgresBefore = corridor.postgres().usage();
        var seen = pace.apply(corridor.generator(), conversations);
        reconciliation.add(seen);
        return new Load(seen, corridor.server().usage().minus(corridorBefore), corridor.postgres().usage().minus(postgresBefore));
    }

    /** The differences that Corridor's own check and ours find. */
    List<String> differences() {
        var differences = new ArrayList<>(reconciliation.differences(corridor.postgres()));
        var books = corridor.verifyBooks();
        if (!books.isEmpty()) {
            differences.add(books);
        }
        return differences;
    }
}
