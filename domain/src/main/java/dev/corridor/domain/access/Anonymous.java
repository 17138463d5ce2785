package dev.corridor.domain.access;

/** An unauthenticated caller, for example after a wrong password. Has no permissions. */
public record Anonymous() implements Principal {

    @Override
    public String toString() {
        return "stranger";
    }
}
