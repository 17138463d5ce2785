package dev.corridor.application.operator.port;

import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.operator.OneTimeSecret;
import dev.corridor.domain.operator.OperatorToken;
import dev.corridor.domain.user.Password;

/** Generates what operators are given, and encrypts the secrets of their codes for storage. */
public interface OperatorSecrets {

    Password newPassword();

    OperatorToken newToken();

    OneTimeSecret newSecret();

    /** Encrypts a secret, bound to its operator; it cannot be decrypted for another one. */
    SealedSecret seal(OneTimeSecret secret, OperatorName operator);

    /** @throws IllegalStateException if it was sealed for another operator or with another master key */
    OneTimeSecret open(SealedSecret sealed, OperatorName operator);
}
