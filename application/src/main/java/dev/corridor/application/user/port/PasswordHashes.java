package dev.corridor.application.user.port;

import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.PasswordHash;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Hashes passwords with a deliberately slow function. Checks and new hashes never wait for each other. Each throws {@code service_unavailable} when too
 * many of its kind are in progress.
 */
public interface PasswordHashes {

    PasswordHash hash(Password password);

    /**
     * Whether the password matches the hash. Without a hash it does not match, and takes as long.
     *
     * @param hash read when a hashing slot is free; an exception from it skips the work
     */
    boolean matches(Password password, Supplier<Optional<PasswordHash>> hash);
}
