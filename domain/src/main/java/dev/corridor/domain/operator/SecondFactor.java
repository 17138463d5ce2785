package dev.corridor.domain.operator;

import dev.corridor.domain.access.SealedSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How an operator proves at a login that the device is theirs. */
public sealed interface SecondFactor {

    /**
     * Nothing is proved yet: the operator has a first password from the command line, and enrols with it.
     *
     * @param until exclusive: then the first password is good for nothing
     * @param secret that the newest login has shown; empty before the first one
     */
    record Invited(Instant until, Optional<SealedSecret> secret) implements SecondFactor {

        public static final Duration DURATION = Duration.ofDays(1);

        public boolean isOpen(Instant now) {
            return now.isBefore(until);
        }
    }

    /**
     * A device has shown that it has the secret.
     *
     * @param lastStep the time step of the code that was used last; a code of it or of an earlier one is used up (RFC 6238, section 5.2)
     */
    record Enrolled(SealedSecret secret, long lastStep) implements SecondFactor {}
}
