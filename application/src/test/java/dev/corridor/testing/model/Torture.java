package dev.corridor.testing.model;

import java.util.OptionalInt;

/** How long those tests go on that could go on for ever: shortly, or for as many rounds as {@code -Dtorture.rounds} says. */
public final class Torture {

    private static final Integer ROUNDS = Integer.getInteger("torture.rounds");

    private Torture() {}

    /** Empty where nobody has asked for it. */
    public static OptionalInt rounds() {
        return ROUNDS == null ? OptionalInt.empty() : OptionalInt.of(ROUNDS);
    }
}
