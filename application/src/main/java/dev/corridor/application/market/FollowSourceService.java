package dev.corridor.application.market;

import dev.corridor.application.market.port.RateSource.Unavailable;
import dev.corridor.application.market.port.Ticks;
import dev.corridor.domain.market.Observation;
import dev.corridor.domain.market.PriceRules.Judgement;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

public final class FollowSourceService implements FollowSource {

    private static final Logger LOG = System.getLogger(FollowSourceService.class.getName());

    private static final String SILENT = "it tells no price";

    private final Ticks ticks;
    private final CurrentRates rates;
    private final InstantSource clock;

    public FollowSourceService(Ticks ticks, CurrentRates rates, InstantSource clock) {
        this.ticks = ticks;
        this.rates = rates;
        this.clock = clock;
    }

    @Override
    public Round follow(Command command) {
        var feed = command.feed();
        var slot = feed.slotOf(clock.instant());
        takeOver(feed, slot);
        if (feed.symbols().stream().allMatch(symbol -> rates.isKnownSince(symbol, slot))) {
            return new Round(0, false);
        }
        var observed = observe(feed, slot);
        if (observed.isEmpty()) {
            return new Round(0, true);
        }
        var believed = new ArrayList<Tick>();
        int refused = judge(feed, slot, observed.orElseThrow(), believed);
        ticks.record(believed);
        takeOver(feed, slot);
        recordBeside(feed, believed);
        return new Round(refused, false);
    }

    /**
     * Publishes the stored ticks, from whichever node. They are also the reference for the plausibility of new prices. Excludes ticks of a
     * formerly configured source, and those of a node whose clock is ahead.
     */
    private void takeOver(PolledSource feed, Instant to) {
        rates.publish(ticks.latest(feed.source().name(), feed.symbols(), to.minus(Tick.LONGEST_BELIEVED), to));
    }

    /** If another source already has a tick in the slot, stores this one a millisecond later. */
    private void recordBeside(PolledSource feed, List<Tick> believed) {
        var crowdedOut = believed.stream().filter(tick -> !rates.isKnownSince(tick.symbol(), tick.id().slot())).toList();
        if (!crowdedOut.isEmpty()) {
            var later = crowdedOut.getFirst().id().slot().plusMillis(1);
            ticks.record(crowdedOut.stream().map(tick -> tick.at(later)).toList());
            takeOver(feed, later);
        }
    }

    private Optional<List<Observation>> observe(PolledSource feed, Instant slot) {
        try {
            return Optional.of(feed.source().observe(slot));
        } catch (Unavailable failure) {
            feed.symbols().forEach(symbol -> doubt(feed, symbol, failure.getMessage()));
            return Optional.empty();
        }
    }

    /** Returns how many were refused. Skips symbols whose tick of the slot another node has stored. */
    private int judge(PolledSource feed, Instant slot, List<Observation> observed, List<Tick> believed) {
        int refused = 0;
        var silent = new HashSet<>(feed.symbols());
        for (var observation : observed) {
            var symbol = observation.symbol();
            silent.remove(symbol);
            if (rates.isKnownSince(symbol, slot)) {
                continue;
            }
            switch (feed.rules().judge(observation, feed.source().name(), slot, rates.lastBelieved(symbol))) {
                case Judgement.Believed judgement -> {
                    believed.add(judgement.tick());
                    recover(feed, symbol);
                }
                case Judgement.Refused judgement -> {
                    refused++;
                    doubt(feed, symbol, judgement.reason());
                }
            }
        }
        silent.forEach(symbol -> doubt(feed, symbol, SILENT));
        return refused;
    }

    private void recover(PolledSource feed, Symbol symbol) {
        if (rates.recover(symbol)) {
            LOG.log(Level.INFO, "The source of rates {0} can be believed about {1} again", feed.source().name(), symbol);
        }
    }

    /** Logs a reason once, not with every poll. */
    private void doubt(PolledSource feed, Symbol symbol, String reason) {
        if (rates.doubt(symbol, reason)) {
            LOG.log(Level.WARNING, "The source of rates {0} cannot be believed about {1}: {2}", feed.source().name(), symbol, reason);
        }
    }
}
