package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.corridor.Corridor;
import dev.corridor.benchmarks.corridor.FundedAccounts;
import dev.corridor.benchmarks.corridor.Reconciliation;
import dev.corridor.benchmarks.corridor.Trades;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
        var turns = workload.turns(accounts.size(), new SplittableRandom());
        var conversations = Stream.generate(() -> new Trades(corridor.api(), accounts, turns)).limit(clients).toList();
        var corridorBefore = corridor.server().cpu();
        var postgresBefore = corridor.postgres().cpu();
        var seen = corridor.generator().run(conversations, leadIn, measured);
        reconciliation.add(seen);
        return new Load(seen, corridor.server().cpu().minus(corridorBefore), corridor.postgres().cpu().minus(postgresBefore));
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
