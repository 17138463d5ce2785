package dev.corridor.http.feed;

import dev.corridor.domain.feed.Channel;
import java.time.Duration;
import java.util.Set;

/**
 * What the operator decides about WebSockets.
 *
 * @param channels those that can be subscribed to
 * @param heartbeat after so long without a word from a client it is asked for a sign of life, and after as long again it is given up; whole seconds
 */
public record FeedSettings(Set<Channel> channels, Duration heartbeat) {

    public FeedSettings {
        channels = Set.copyOf(channels);
    }
}
