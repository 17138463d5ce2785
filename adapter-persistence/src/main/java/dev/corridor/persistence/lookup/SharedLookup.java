package dev.corridor.persistence.lookup;

import dev.corridor.domain.error.BusinessException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;

/**
 * A few statements at a time. Who asks while these run waits for the next, which asks for all who have come by then. So the busier the database is,
 * the fewer statements it gets; and nobody is answered from before the call, because a statement begins after its keys were asked for.
 */
final class SharedLookup<K, V> implements Lookup<K, V> {

    private static final int STATEMENTS_AT_ONCE = 2;
    private static final int MOST_KEYS = 256;

    private final Function<List<K>, Map<K, V>> statement;
    private final Lookup<K, V> alone;
    private final Queue<Asked<K, V>> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore turns = new Semaphore(STATEMENTS_AT_ONCE);

    private record Asked<K, V>(K key, CompletableFuture<Answer<V>> answer) {}

    private sealed interface Answer<V> {

        record Found<V>(Optional<V> value) implements Answer<V> {}

        /** The statement has failed, maybe by the key of another caller. */
        record AskAlone<V>() implements Answer<V> {}

        /** Another attempt would fail as well, and only take its time. */
        record Failed<V>(RuntimeException failure) implements Answer<V> {}
    }

    SharedLookup(Function<List<K>, Map<K, V>> statement) {
        this.statement = statement;
        this.alone = Lookup.alone(statement);
    }

    @Override
    public Optional<V> find(K key) {
        var asked = new Asked<>(key, new CompletableFuture<Answer<V>>());
        waiting.add(asked);
        takeTurn();
        return switch (asked.answer.join()) {
            case Answer.Found<V>(var value) -> value;
            case Answer.AskAlone<V>() -> alone.find(key);
            case Answer.Failed<V>(var failure) -> throw failure;
        };
    }

    /** If there is one. Whoever gives a turn back looks for those who have found none, so nobody is forgotten. */
    private void takeTurn() {
        if (turns.tryAcquire()) {
            try {
                answer(next());
            } finally {
                turns.release();
                if (!waiting.isEmpty()) {
                    // Not here: the caller has been answered.
                    Thread.startVirtualThread(this::takeTurn);
                }
            }
        }
    }

    private List<Asked<K, V>> next() {
        var next = new ArrayList<Asked<K, V>>();
        for (Asked<K, V> asked; next.size() < MOST_KEYS && (asked = waiting.poll()) != null;) {
            next.add(asked);
        }
        return next;
    }

    private void answer(List<Asked<K, V>> all) {
        try {
            var found = all.isEmpty() ? Map.<K, V>of() : statement.apply(all.stream().map(Asked::key).distinct().toList());
            all.forEach(asked -> asked.answer.complete(new Answer.Found<>(Optional.ofNullable(found.get(asked.key)))));
        } catch (RuntimeException e) {
            Answer<V> failed = all.size() == 1 || isWithoutDatabase(e) ? new Answer.Failed<>(e) : new Answer.AskAlone<>();
            all.forEach(asked -> asked.answer.complete(failed));
        }
    }

    /** There was no connection, so no key is to blame. See {@link dev.corridor.persistence.Database}. */
    private static boolean isWithoutDatabase(RuntimeException failure) {
        return failure instanceof BusinessException || failure instanceof ConnectionException;
    }
}
