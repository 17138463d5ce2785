package dev.corridor.domain.access;

import dev.corridor.domain.access.AccessError.ApiKeyLimitReached;
import dev.corridor.domain.access.AccessError.ApiKeyNameTaken;
import dev.corridor.domain.access.AccessError.ApiKeyNotFound;
import dev.corridor.domain.access.AccessError.LastManagingKey;
import dev.corridor.domain.error.BusinessException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All keys of an organization that are not deleted. Together they keep what no key can see to by itself: each has a name of its own, there are
 * not too many, and one of them can always manage the others.
 */
public record KeyRing(List<ApiKey> keys) {

    /** So many keys, deleted ones aside, are enough for anybody, and few enough to be read at once. */
    public static final int MAX_KEYS = 100;

    public KeyRing {
        keys = List.copyOf(keys);
    }

    /** The key, or {@code api_key_not_found}. */
    public ApiKey key(ApiKeyId id) {
        return keys.stream()
                .filter(key -> key.id().equals(id))
                .findAny()
                .orElseThrow(() -> new BusinessException(new ApiKeyNotFound(id)));
    }

    /** With one key more. */
    public KeyRing add(ApiKey key) {
        requireFreeName(key);
        if (keys.size() >= MAX_KEYS) {
            throw new BusinessException(new ApiKeyLimitReached());
        }
        var more = new ArrayList<>(keys);
        more.add(key);
        return new KeyRing(more);
    }

    /**
     * With a key as it is now; without it if it is deleted. A key does not put the organization's last managing key out of use: nobody but the
     * operator could help it then. A user may, who can make another, and so may the operator.
     */
    public KeyRing replace(ApiKey changed, Principal by, Instant now) {
        var others = keys.stream().filter(key -> !key.id().equals(changed.id())).toList();
        var after = new ArrayList<>(others);
        if (!changed.isDeleted()) {
            after.add(changed);
        }
        boolean couldManage = keys.stream().anyMatch(key -> key.canManageKeysAt(now));
        boolean canManage = after.stream().anyMatch(key -> key.canManageKeysAt(now));
        if (couldManage && !canManage && by instanceof ApiKeyId) {
            throw new BusinessException(new LastManagingKey(changed.id()));
        }
        requireFreeName(changed);
        return new KeyRing(after);
    }

    private void requireFreeName(ApiKey key) {
        boolean taken = !key.isDeleted()
                && keys.stream().anyMatch(other -> !other.id().equals(key.id()) && other.terms().name().equals(key.terms().name()));
        if (taken) {
            throw new BusinessException(new ApiKeyNameTaken(key.terms().name()));
        }
    }
}
