package dev.corridor.application.market;

import java.util.List;

/** One for each source that is used. */
public record RateFeeds(List<RateFeed> all) {

    public RateFeeds {
        all = List.copyOf(all);
    }
}
