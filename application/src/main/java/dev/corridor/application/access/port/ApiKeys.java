package dev.corridor.application.access.port;

import dev.corridor.domain.access.ApiKey;
import java.util.Optional;

/** The key store. */
public interface ApiKeys {

    /**
     * The key with that hash, revoked ones included.
     *
     * @throws Unreachable if the store cannot answer
     */
    Optional<ApiKey> findByHash(String hash);

    /** Stores a new key; false if its hash is there already. */
    boolean add(ApiKey key);

    /** The store did not answer, so nothing is known about the key. */
    final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unreachable(Throwable cause) {
            super(cause);
        }
    }
}
