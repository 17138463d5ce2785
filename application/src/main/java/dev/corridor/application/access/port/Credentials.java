package dev.corridor.application.access.port;

import dev.corridor.domain.access.Credential;
import java.util.Optional;

/** Looks up keys by the hash of a presented secret. */
public interface Credentials {

    /**
     * The key that has or had a secret with that hash, deleted keys included.
     *
     * @throws Unreachable if the store cannot answer
     */
    Optional<Credential> find(String hash);

    /** Non-blocking: answers from the cache only. */
    default Recollection recall(String hash) {
        return new Recollection.Unknown();
    }

    /** A cached answer, at most a second old. */
    sealed interface Recollection {

        record Known(Credential credential) implements Recollection {}

        /** The key is known not to exist. */
        record Absent() implements Recollection {}

        /** Not cached. */
        record Unknown() implements Recollection {}
    }

    final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unreachable(Throwable cause) {
            super(cause);
        }
    }
}
