package dev.corridor.memory;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

/** Undeleted API keys. */
final class InMemoryApiKeys implements ApiKeys {

    private final Memory memory;

    InMemoryApiKeys(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<ApiKey> find(OrganizationId organization, ApiKeyId id) {
        synchronized (memory) {
            return memory.keysOf(organization).filter(key -> key.id().equals(id)).findAny();
        }
    }

    @Override
    public Page<ApiKey> page(OrganizationId organization, PageRequest<ApiKeyId> request) {
        synchronized (memory) {
            return Memory.page(
                    organization, memory.keys.values(), key -> !key.isDeleted(), key -> key.id().uuid(), request.map(ApiKeyId::uuid));
        }
    }

    @Override
    public Optional<OrganizationId> ownerOf(ApiKeyId id) {
        synchronized (memory) {
            return Optional.ofNullable(memory.keys.get(id)).map(ApiKey::organization);
        }
    }
}
