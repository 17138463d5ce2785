package dev.corridor.application.market;

import java.util.List;

/** One for each source that is used. */
public record PolledSources(List<PolledSource> all) {

    public PolledSources {
        all = List.copyOf(all);
    }
}
