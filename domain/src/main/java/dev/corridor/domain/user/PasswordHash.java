package dev.corridor.domain.user;

/** A salted password hash. Only the hasher that made it can verify a password against it. */
public record PasswordHash(String value) {

    public PasswordHash {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a hash is not empty");
        }
    }

    /** Keeps the hash out of logs, where it could be brute-forced. */
    @Override
    public String toString() {
        return "…";
    }
}
