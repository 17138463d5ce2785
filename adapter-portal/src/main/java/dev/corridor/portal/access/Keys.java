package dev.corridor.portal.access;

import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyStatus;
import dev.corridor.domain.access.Permission;
import dev.corridor.portal.door.FormRequests;
import dev.corridor.portal.page.Refusal;
import dev.corridor.portal.page.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The page of all keys.
 *
 * @param offered the permissions that a key of the visitor's may have
 * @param refusal of a form that was sent
 */
record Keys(List<ApiKey> keys, Set<Permission> offered, Instant now, Optional<Refusal> refusal) {

    /** Of this one page. */
    String requestKey() {
        return FormRequests.freshKey();
    }

    /** What its owner has set, or what the clock has made of it. */
    Status status(ApiKey key) {
        if (key.terms().expiresAt().filter(end -> !now.isBefore(end)).isPresent()) {
            return new Status("Expired", "bad");
        }
        return switch (key.status()) {
            case CREATED -> new Status("Not enabled", "note");
            case ENABLED -> new Status("Works", "good");
            case LOCKED -> new Status("Locked", "wait");
            case DELETED -> new Status("Deleted", "bad");
        };
    }

    boolean is(ApiKey key, ApiKeyStatus status) {
        return key.status() == status;
    }

    /** Until when the secret before the present one works too. */
    Optional<Instant> formerUntil(ApiKey key) {
        return key.former().map(ApiKey.FormerSecret::worksUntil).filter(end -> end.isAfter(now));
    }
}
