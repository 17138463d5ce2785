package dev.corridor.persistence.lookup;

import dev.corridor.persistence.BatchScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks one thing up by its key.
 *
 * @param <K> the key: with the organization that asks, so that what is another's is not found
 */
public interface Lookup<K, V> {

    /** As it was at some moment since the call. */
    Optional<V> find(K key);

    /**
     * Callers that ask at the same time share statements, as far as their organizations may share a transaction.
     *
     * @param statement answers what there is of the keys
     */
    static <K, V> Lookup<K, V> shared(BatchScope scope, Function<List<K>, Map<K, V>> statement) {
        return switch (scope) {
            case ANY -> new SharedLookup<>(statement);
            case ORGANIZATION -> alone(statement);
        };
    }

    static <K, V> Lookup<K, V> alone(Function<List<K>, Map<K, V>> statement) {
        return key -> Optional.ofNullable(statement.apply(List.of(key)).get(key));
    }
}
