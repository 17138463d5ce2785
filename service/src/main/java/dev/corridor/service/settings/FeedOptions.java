package dev.corridor.service.settings;

import static dev.corridor.service.settings.Setting.CORRIDOR_FEED_CHANNELS;
import static dev.corridor.service.settings.Setting.CORRIDOR_FEED_HEARTBEAT_SECONDS;
import static dev.corridor.service.settings.Setting.CORRIDOR_FEED_RETENTION_DAYS;

import dev.corridor.domain.feed.Channel;
import dev.corridor.http.feed.FeedSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Settings of the feed.
 *
 * @param retention how long a disconnected client can resume where it stopped
 * @param webSockets channels and heartbeat
 */
public record FeedOptions(Duration retention, FeedSettings webSockets) {

    private static final String NONE = "none";

    static FeedOptions read(SettingReader reader) {
        return new FeedOptions(
                Duration.ofDays(reader.readWholeNumber(CORRIDOR_FEED_RETENTION_DAYS, 1, 365)),
                new FeedSettings(
                        reader.read(CORRIDOR_FEED_CHANNELS, FeedOptions::parseChannels),
                        Duration.ofSeconds(reader.readWholeNumber(CORRIDOR_FEED_HEARTBEAT_SECONDS, 1, 3_600))));
    }

    private static Set<Channel> parseChannels(String text) {
        var channels = EnumSet.noneOf(Channel.class);
        if (!text.equals(NONE)) {
            Arrays.stream(text.split(",", -1)).map(String::strip).map(FeedOptions::parseChannel).forEach(channels::add);
        }
        return channels;
    }

    private static Channel parseChannel(String text) {
        return Channel.find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected ticker, depth, trade, transactions or quotes, with commas between them, or none"));
    }
}
