package dev.corridor.application.market;

/**
 * Polls a source, stores the plausible prices and publishes the ticks that all nodes agree on. If the source fails or sends implausible
 * prices, the current ticks hold until they are stale.
 */
public interface FollowSource {

    Round follow(Command command);

    record Command(PolledSource feed) {}

    /**
     * The result of a poll.
     *
     * @param refused number of implausible prices
     * @param failed whether the source did not answer
     */
    record Round(int refused, boolean failed) {}
}
