package dev.corridor.persistence.operator;

import dev.corridor.application.operator.port.OperatorSecrets;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.operator.OneTimeSecret;
import dev.corridor.domain.operator.OperatorToken;
import dev.corridor.domain.user.Password;
import dev.corridor.persistence.SecretSeal;
import dev.corridor.persistence.access.MasterKey;
import java.util.Base64;
import java.util.function.IntFunction;

public final class TinkOperatorSecrets implements OperatorSecrets {

    /** Of a first password: 24 letters, without filling at the end. */
    private static final int PASSWORD_BYTES = 18;

    private final SecretSeal seal;
    private final IntFunction<byte[]> randomBytes;

    /** @param randomBytes returns that many bytes from a cryptographic generator */
    public TinkOperatorSecrets(MasterKey masterKey, IntFunction<byte[]> randomBytes) {
        this.seal = new SecretSeal(masterKey);
        this.randomBytes = randomBytes;
    }

    @Override
    public Password newPassword() {
        return new Password(Base64.getUrlEncoder().encodeToString(randomBytes.apply(PASSWORD_BYTES)));
    }

    @Override
    public OperatorToken newToken() {
        return OperatorToken.generate(randomBytes.apply(OperatorToken.RANDOM_BYTES));
    }

    @Override
    public OneTimeSecret newSecret() {
        return OneTimeSecret.generate(randomBytes.apply(OneTimeSecret.RANDOM_BYTES));
    }

    @Override
    public SealedSecret seal(OneTimeSecret secret, OperatorName operator) {
        return seal.seal(secret.value(), owner(operator));
    }

    @Override
    public OneTimeSecret open(SealedSecret sealed, OperatorName operator) {
        return new OneTimeSecret(seal.open(sealed, owner(operator)));
    }

    /** Names are chosen by people: no other owner of a secret is called so. */
    static String owner(OperatorName operator) {
        return "operator:" + operator;
    }
}
