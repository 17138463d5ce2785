package dev.corridor.domain.access;

/** What was done to a key. */
public enum ApiKeyChange {
    CREATED,
    CHANGED,
    ENABLED,
    LOCKED,
    UNLOCKED,
    ROTATED,
    DELETED;

    /** What has been done to a key that was like the one and is like the other. */
    public static ApiKeyChange between(ApiKey before, ApiKey after) {
        if (before.status() != after.status()) {
            return switch (after.status()) {
                case CREATED -> CREATED;
                case ENABLED -> before.status() == ApiKeyStatus.LOCKED ? UNLOCKED : ENABLED;
                case LOCKED -> LOCKED;
                case DELETED -> DELETED;
            };
        }
        return before.secret().equals(after.secret()) ? CHANGED : ROTATED;
    }
}
