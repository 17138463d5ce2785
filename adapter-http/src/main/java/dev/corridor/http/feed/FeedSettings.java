package dev.corridor.http.feed;

import dev.corridor.domain.feed.Channel;
import java.time.Duration;
import java.util.Set;

/**
 * The operator's settings of WebSockets.
 *
 * @param channels that clients can subscribe to
 * @param heartbeat idle time before a ping, and then before the connection is closed; whole seconds
 */
public record FeedSettings(Set<Channel> channels, Duration heartbeat) {

    public FeedSettings {
        channels = Set.copyOf(channels);
    }
}
