package dev.corridor.persistence.webhook;

import dev.corridor.application.webhook.port.EndpointSecrets;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.WebhookSecret;
import dev.corridor.persistence.SecretSeal;
import dev.corridor.persistence.access.MasterKey;
import java.util.function.IntFunction;

public final class TinkEndpointSecrets implements EndpointSecrets {

    private final SecretSeal seal;
    private final IntFunction<byte[]> randomBytes;

    /** @param randomBytes returns that many bytes from a cryptographic generator */
    public TinkEndpointSecrets(MasterKey masterKey, IntFunction<byte[]> randomBytes) {
        this.seal = new SecretSeal(masterKey);
        this.randomBytes = randomBytes;
    }

    @Override
    public WebhookSecret newSecret() {
        return WebhookSecret.generate(randomBytes.apply(WebhookSecret.RANDOM_BYTES));
    }

    @Override
    public SealedSecret seal(WebhookSecret secret, EndpointId endpoint) {
        return seal.seal(secret.value(), endpoint);
    }

    @Override
    public WebhookSecret open(SealedSecret sealed, EndpointId endpoint) {
        return new WebhookSecret(seal.open(sealed, endpoint));
    }
}
