package dev.corridor.application.market;

/**
 * Asks a source for its rates, keeps those that can be believed, and puts in force what all nodes agree on. A source that fails, or tells
 * nonsense, leaves what is known in force until it is too old.
 */
public interface FollowSource {

    Round follow(Command command);

    record Command(PolledSource feed) {}

    /**
     * What came of it.
     *
     * @param refused how many prices were not believed
     * @param failed whether the source did not answer
     */
    record Round(int refused, boolean failed) {}
}
