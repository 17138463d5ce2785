package dev.corridor.persistence.lookup;

import static java.util.stream.Collectors.groupingBy;

import dev.corridor.domain.error.BusinessException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;

/**
 * One statement at a time. Who asks while it runs waits for the next, which asks for all who have come by then. So the busier the database is,
 * the fewer statements it gets; and nobody is answered from before the call, because a statement begins after its keys were asked for. Two at a time
 * would make smaller groups on a second connection, which is colder.
 *
 * <p>For callers that cannot wait, statements run on threads of the operating system. A virtual thread that reads from a socket is parked, woken and given a
 * time limit by other threads each time, which takes longer than the statement.
 */
final class SharedLookup<K, V> implements Lookup<K, V> {

    private static final Logger LOG = System.getLogger(SharedLookup.class.getName());

    private static final int MOST_KEYS = 256;

    private final Function<List<K>, Map<K, V>> statement;
    private final Queue<Asked<K, V>> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore turn = new Semaphore(1);

    /** Has one thread at a time, and none when nobody has asked for a minute. */
    private final Executor threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("lookup-", 1).factory());

    private record Asked<K, V>(K key, Executor answers, CompletableFuture<Optional<V>> answer) {}

    SharedLookup(Function<List<K>, Map<K, V>> statement) {
        this.statement = statement;
    }

    @Override
    public CompletionStage<Optional<V>> begin(K key, Executor answers) {
        var answer = ask(key, answers);
        takeTurn();
        return answer;
    }

    /** A caller that waits takes the turn itself, if it is free: then no other thread has to be woken. */
    @Override
    public Optional<V> find(K key) {
        var answer = ask(key, Runnable::run);
        if (turn.tryAcquire()) {
            answerNext();
            if (!waiting.isEmpty()) {
                takeTurn();
            }
        }
        return Lookup.await(answer);
    }

    private CompletableFuture<Optional<V>> ask(K key, Executor answers) {
        var asked = new Asked<>(key, answers, new CompletableFuture<Optional<V>>());
        waiting.add(asked);
        return asked.answer;
    }

    private void takeTurn() {
        if (turn.tryAcquire()) {
            threads.execute(this::answerAll);
        }
    }

    /** Whoever gives the turn back looks for those who have found none, so nobody is forgotten. */
    private void answerAll() {
        do {
            answerNext();
        } while (!waiting.isEmpty() && turn.tryAcquire());
    }

    private void answerNext() {
        try {
            var next = next();
            if (!next.isEmpty()) {
                answer(next);
            }
        } finally {
            turn.release();
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
            var found = statement.apply(all.stream().map(Asked::key).distinct().toList());
            tell(all, asked -> asked.answer.complete(Optional.ofNullable(found.get(asked.key))));
        } catch (RuntimeException | Error e) {
            if (all.size() == 1 || isWithoutDatabase(e)) {
                tell(all, asked -> asked.answer.completeExceptionally(e));
            } else {
                // It may have failed by the key of one of them. So each asks alone.
                all.forEach(asked -> Thread.startVirtualThread(() -> answer(List.of(asked))));
            }
        }
    }

    /** Wakes each executor once, however many of its callers are answered. */
    private void tell(List<Asked<K, V>> all, Consumer<Asked<K, V>> what) {
        all.stream().collect(groupingBy(Asked::answers)).forEach((executor, theirs) -> {
            try {
                executor.execute(() -> theirs.forEach(what));
            } catch (RejectedExecutionException e) {
                LOG.log(Level.DEBUG, "Those who have asked are gone", e);
                theirs.forEach(what);
            }
        });
    }

    /** There was no connection, so no key is to blame, and another attempt would only take its time. See {@link dev.corridor.persistence.Database}. */
    private static boolean isWithoutDatabase(Throwable failure) {
        return failure instanceof BusinessException || failure instanceof ConnectionException;
    }
}
