package dev.corridor.persistence.lookup;

import dev.corridor.persistence.BatchScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Looks one thing up by its key: as it was at some moment since the call.
 *
 * @param <K> the key: with the organization that asks, so that what is another's is not found
 */
interface Lookup<K, V> {

    /** @param answers completes the stage */
    CompletionStage<Optional<V>> begin(K key, Executor answers);

    /** Waits for it. */
    default Optional<V> find(K key) {
        return await(begin(key, Runnable::run));
    }

    static <V> Optional<V> await(CompletionStage<Optional<V>> answer) {
        try {
            return answer.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Callers that ask at the same time share statements, as far as their organizations may share a transaction.
     *
     * @param statement answers what there is of the keys
     */
    static <K, V> Lookup<K, V> shared(BatchScope scope, Function<List<K>, Map<K, V>> statement) {
        return switch (scope) {
            case ANY -> new SharedLookup<>(statement);
            case ORGANIZATION -> (key, answers) -> CompletableFuture
                    .supplyAsync(() -> Optional.ofNullable(statement.apply(List.of(key)).get(key)), Thread::startVirtualThread)
                    .whenCompleteAsync((found, failure) -> {}, answers);
        };
    }
}
