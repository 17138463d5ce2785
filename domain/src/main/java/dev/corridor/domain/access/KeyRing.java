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
 * All undeleted keys of an organization. Holds the rules across keys: unique names, a maximum number, and at least one key that can manage
 * the others.
 */
public record KeyRing(List<ApiKey> keys) {

    /** The most keys per organization, without deleted ones; few enough to load all in one query. */
    public static final int MAX_KEYS = 100;

    public KeyRing {
        keys = List.copyOf(keys);
    }

    public ApiKey key(ApiKeyId id) {
        return keys.stream()
                .filter(key -> key.id().equals(id))
                .findAny()
                .orElseThrow(() -> new BusinessException(new ApiKeyNotFound(id)));
    }

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
     * Replaces a key, or removes it if it is deleted. A key cannot disable the organization's last managing key, because only the operator
     * could then restore access. A user or the operator can, since both can create another.
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
