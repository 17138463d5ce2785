package dev.corridor.application.funding;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.application.funding.port.FundingSource;
import java.time.InstantSource;
import java.util.List;

public final class ProvisionFundingMethodsService implements ProvisionFundingMethods {

    private final List<FundingSource> sources;
    private final FundingMethods methods;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public ProvisionFundingMethodsService(List<FundingSource> sources, FundingMethods methods, TimeOrderedIds ids, InstantSource clock) {
        this.sources = List.copyOf(sources);
        this.methods = methods;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public int provision(Command command) {
        return sources.stream().mapToInt(source -> methods.provide(source, ids, clock.instant(), command.limit())).max().orElse(0);
    }
}
