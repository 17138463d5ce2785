package dev.corridor.application;

import dev.corridor.application.transaction.port.Screening;
import java.util.Optional;

/** Says what it is told to say. Until then everything is allowed without a question. */
final class ScriptedScreening implements Screening {

    private Optional<Verdict> verdict = Optional.of(Verdict.ALLOW);
    private Runnable whileAsked = () -> {};
    private boolean isAsked;
    private int questions;

    /** From now on it must be asked. */
    void say(Verdict said) {
        verdict = Optional.of(said);
        isAsked = true;
    }

    void goAway() {
        verdict = Optional.empty();
        isAsked = true;
    }

    void whileAsked(Runnable action) {
        whileAsked = action;
    }

    /** How often it was asked. */
    int questions() {
        return questions;
    }

    @Override
    public Optional<Verdict> known(Payment payment) {
        return isAsked ? Optional.empty() : verdict;
    }

    @Override
    public Verdict screen(Payment payment) {
        questions++;
        whileAsked.run();
        return verdict.orElseThrow(() -> new Unavailable("it went away"));
    }
}
