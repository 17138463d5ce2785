package dev.corridor.memory;

import dev.corridor.application.access.port.Credentials;
import dev.corridor.domain.access.Credential;
import java.util.Optional;

/** Keys by the hash of their secret, former secrets included. */
final class InMemoryCredentials implements Credentials {

    private final Memory memory;

    InMemoryCredentials(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Credential> find(String hash) {
        synchronized (memory) {
            return Optional.ofNullable(memory.keysBySecret.get(hash))
                    .map(memory.keys::get)
                    .map(key -> new Credential(key, hash, memory.organizations.get(key.organization()).status()));
        }
    }
}
