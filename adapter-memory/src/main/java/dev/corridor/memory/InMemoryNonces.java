package dev.corridor.memory;

import dev.corridor.application.access.port.Nonces;
import dev.corridor.domain.access.Credential;
import dev.corridor.domain.access.Nonce;
import java.util.HashMap;
import java.util.Map;

/** The highest nonce of each secret. */
final class InMemoryNonces implements Nonces {

    private final Map<String, Long> greatest = new HashMap<>();

    @Override
    public synchronized boolean advance(Credential credential, Nonce nonce) {
        long last = greatest.getOrDefault(credential.hash(), -1L);
        greatest.put(credential.hash(), Math.max(last, nonce.value()));
        return nonce.value() > last;
    }
}
