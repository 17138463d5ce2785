package dev.corridor.domain.access;

/** Somebody who has proved nothing, such as whoever sends a wrong password. May do nothing. */
public record Anonymous() implements Principal {

    @Override
    public String toString() {
        return "stranger";
    }
}
