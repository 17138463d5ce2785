package dev.corridor.testing.model;

import java.util.OptionalInt;

/** The duration of open-ended tests: short, or {@code -Dtorture.rounds} rounds. */
public final class Torture {

    private static final Integer ROUNDS = Integer.getInteger("torture.rounds");

    private Torture() {}

    /** Empty if the property is not set. */
    public static OptionalInt rounds() {
        return ROUNDS == null ? OptionalInt.empty() : OptionalInt.of(ROUNDS);
    }
}
