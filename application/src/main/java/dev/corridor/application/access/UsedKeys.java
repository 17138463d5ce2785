package dev.corridor.application.access;

import dev.corridor.application.access.port.KeyUses.KeyUse;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which keys were used since it was last asked. No request waits for it: a use is noted in memory, the first one of each key only, and recorded
 * later, so the moment is as precise as the recording is frequent. A node that dies forgets what it has noted.
 */
public final class UsedKeys {

    /** Notes that are not collected must not grow without end; the uses beyond are forgotten. */
    private static final int MAX_NOTES = 100_000;

    private final ConcurrentHashMap<ApiKeyId, KeyUse> notes = new ConcurrentHashMap<>();

    public UsedKeys() {
        // Nothing was used yet.
    }

    public void note(ApiKey key, Instant now) {
        if (!notes.containsKey(key.id()) && notes.mappingCount() < MAX_NOTES) {
            notes.putIfAbsent(key.id(), new KeyUse(key.id(), key.organization(), now));
        }
    }

    /** Takes up to that many notes away. */
    List<KeyUse> collect(int limit) {
        var collected = new ArrayList<KeyUse>();
        for (var notesLeft = notes.values().iterator(); notesLeft.hasNext() && collected.size() < limit; ) {
            collected.add(notesLeft.next());
            notesLeft.remove();
        }
        return collected;
    }
}
