package dev.corridor.application.access;

import dev.corridor.application.Page;
import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.domain.access.ApiKey;

public final class ListApiKeysService implements ListApiKeys {

    private final ApiKeys keys;

    public ListApiKeysService(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Page<ApiKey> list(Command command) {
        return keys.page(command.caller().organization(), command.page());
    }
}
