package dev.corridor.application.access;

import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.application.access.port.Credentials;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.AccessError.ApiKeyNotFound;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.error.BusinessException;

public final class RevokeKeyService implements RevokeKey {

    private final ApiKeys keys;
    private final Credentials credentials;
    private final ChangeApiKeyStatus moveApiKey;

    public RevokeKeyService(ApiKeys keys, Credentials credentials, ChangeApiKeyStatus moveApiKey) {
        this.keys = keys;
        this.credentials = credentials;
        this.moveApiKey = moveApiKey;
    }

    @Override
    public ApiKey revoke(Command command) {
        var id = idOf(command.idOrSecret());
        var owner = keys.ownerOf(id).orElseThrow(() -> new BusinessException(new ApiKeyNotFound(id)));
        var operator = Operator.actingFor(owner, command.environment());
        return moveApiKey.move(new ChangeApiKeyStatus.Command(operator, id, ChangeApiKeyStatus.Move.DELETE, command.origin(), Once.eachTime()));
    }

    private ApiKeyId idOf(String text) {
        var secret = ApiKeySecret.find(text);
        if (secret.isPresent()) {
            return credentials.find(secret.get().hash()).orElseThrow(() -> new BusinessException(new InvalidApiKey())).key().id();
        }
        try {
            return ApiKeyId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new InvalidApiKey());
        }
    }
}
