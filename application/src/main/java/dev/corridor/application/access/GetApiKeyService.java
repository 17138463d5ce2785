package dev.corridor.application.access;

import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.domain.access.AccessError.ApiKeyNotFound;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.error.BusinessException;

public final class GetApiKeyService implements GetApiKey {

    private final ApiKeys keys;

    public GetApiKeyService(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public ApiKey get(Command command) {
        return keys.find(command.caller().organization(), command.key())
                .orElseThrow(() -> new BusinessException(new ApiKeyNotFound(command.key())));
    }
}
