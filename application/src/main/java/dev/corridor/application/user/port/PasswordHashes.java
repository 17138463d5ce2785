package dev.corridor.application.user.port;

import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.PasswordHash;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Hashes passwords, slowly on purpose.
 *
 * <p>Both refuse with {@code service_unavailable} when too many are being hashed already.
 */
public interface PasswordHashes {

    PasswordHash hash(Password password);

    /**
     * Whether it is the password that the hash was made of. Where there is no hash it is not, and to find out costs as much.
     *
     * @param hash is asked for when the turn has come; what it throws spares the work
     */
    boolean matches(Password password, Supplier<Optional<PasswordHash>> hash);
}
