package dev.corridor.memory;

import dev.corridor.application.access.port.Nonces;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Nonce;
import dev.corridor.domain.organization.OrganizationId;
import java.util.HashMap;
import java.util.Map;

/** The highest nonce of each key. */
final class InMemoryNonces implements Nonces {

    private final Map<ApiKeyId, Long> greatest = new HashMap<>();

    @Override
    public synchronized boolean advance(OrganizationId organization, ApiKeyId key, Nonce nonce) {
        long last = greatest.getOrDefault(key, -1L);
        greatest.put(key, Math.max(last, nonce.value()));
        return nonce.value() > last;
    }
}
