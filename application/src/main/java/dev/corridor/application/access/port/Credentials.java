package dev.corridor.application.access.port;

import dev.corridor.domain.access.Credential;
import java.util.Optional;

/** Finds keys by what is presented. */
public interface Credentials {

    /**
     * The key that ever had a secret with that hash, deleted keys included.
     *
     * @throws Unreachable if the store cannot answer
     */
    Optional<Credential> find(String hash);

    /** The same without waiting for anything, as far as it is known already. */
    default Recollection recall(String hash) {
        return new Recollection.Unknown();
    }

    /** What is known without asking the store. It is never older than a second. */
    sealed interface Recollection {

        record Known(Credential credential) implements Recollection {}

        /** There is no such key. */
        record Absent() implements Recollection {}

        /** The store would have to be asked. */
        record Unknown() implements Recollection {}
    }

    /** The store did not answer, so nothing is known about the key. */
    final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unreachable(Throwable cause) {
            super(cause);
        }
    }
}
