package dev.corridor.application.user.port;

import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.PasswordHash;
import java.util.Optional;

/**
 * Hashes passwords, slowly on purpose.
 *
 * <p>Both refuse with {@code service_unavailable} when too many are being hashed already.
 */
public interface PasswordHashes {

    PasswordHash hash(Password password);

    /** Whether it is the password that the hash was made of. Where there is no hash it is not, and to find out costs as much. */
    boolean matches(Password password, Optional<PasswordHash> hash);
}
