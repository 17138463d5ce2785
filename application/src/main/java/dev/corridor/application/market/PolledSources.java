package dev.corridor.application.market;

import java.util.List;

/** All configured sources. */
public record PolledSources(List<PolledSource> all) {

    public PolledSources {
        all = List.copyOf(all);
    }
}
