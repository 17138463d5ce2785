package dev.corridor.domain.user;

/** What is kept of a password. Whoever made it can tell whether a password is the one; to everybody else it says nothing. */
public record PasswordHash(String value) {

    public PasswordHash {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a hash is not empty");
        }
    }

    /** It could be searched for the password. */
    @Override
    public String toString() {
        return "…";
    }
}
