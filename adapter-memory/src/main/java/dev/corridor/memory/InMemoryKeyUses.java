package dev.corridor.memory;

import dev.corridor.application.access.port.KeyUses;
import java.util.List;

/** When keys were last used. */
final class InMemoryKeyUses implements KeyUses {

    private final Memory memory;

    InMemoryKeyUses(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void record(List<KeyUse> uses) {
        synchronized (memory) {
            uses.forEach(use -> memory.keys.computeIfPresent(use.key(), (id, key) -> Memory.used(key, use.at())));
        }
    }
}
