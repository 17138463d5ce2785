package dev.corridor.service.settings;

import static dev.corridor.service.settings.Setting.CORRIDOR_FEED_RETENTION_DAYS;

import java.time.Duration;

/**
 * How clients are told of what happens.
 *
 * @param retention for how long whoever was away can go on where they stopped
 */
public record FeedSettings(Duration retention) {

    static FeedSettings read(SettingReader reader) {
        return new FeedSettings(Duration.ofDays(reader.readWholeNumber(CORRIDOR_FEED_RETENTION_DAYS, 1, 365)));
    }
}
