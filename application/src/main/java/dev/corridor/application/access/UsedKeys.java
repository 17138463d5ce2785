package dev.corridor.application.access;

import dev.corridor.application.access.port.KeyUses.KeyUse;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Buffers key uses in memory, so that no request waits for a write. Keeps the first use of each key until the next flush, which is the
 * precision of the stored time. A crash loses the buffer.
 */
public final class UsedKeys {

    /** Bounds the buffer if no flush runs; further uses are dropped. */
    private static final int MAX_NOTES = 100_000;

    private final ConcurrentHashMap<ApiKeyId, KeyUse> notes = new ConcurrentHashMap<>();

    public UsedKeys() {}

    public void note(ApiKey key, Instant now) {
        if (!notes.containsKey(key.id()) && notes.mappingCount() < MAX_NOTES) {
            notes.putIfAbsent(key.id(), new KeyUse(key.id(), key.organization(), now));
        }
    }

    /** Removes and returns up to {@code limit} uses. */
    List<KeyUse> collect(int limit) {
        var collected = new ArrayList<KeyUse>();
        for (var notesLeft = notes.values().iterator(); notesLeft.hasNext() && collected.size() < limit;) {
            collected.add(notesLeft.next());
            notesLeft.remove();
        }
        return collected;
    }
}
