package dev.corridor.application.funding;

import dev.corridor.application.funding.port.DepositChain;
import dev.corridor.application.funding.port.DepositCursors;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

public final class MeasureDepositLagService implements MeasureDepositLag {

    private static final Logger LOG = System.getLogger(MeasureDepositLagService.class.getName());

    private final List<DepositChain> chains;
    private final DepositCursors cursors;
    private final InstantSource clock;

    public MeasureDepositLagService(List<DepositChain> chains, DepositCursors cursors, InstantSource clock) {
        this.chains = List.copyOf(chains);
        this.cursors = cursors;
        this.clock = clock;
    }

    @Override
    public List<Lag> measure() {
        return chains.stream().flatMap(chain -> tryToMeasure(chain).stream()).toList();
    }

    private Optional<Lag> tryToMeasure(DepositChain chain) {
        try {
            return Optional.of(measure(chain));
        } catch (Unavailable e) {
            LOG.log(Level.DEBUG, "It is not known how far the reading of {0} is behind: {1}", chain.chain(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Reading begins behind the last final block, so before it has begun nothing is left to read. */
    private Lag measure(DepositChain chain) {
        long lastFinal = chain.lastFinal();
        long next = cursors.next(chain.chain()).orElse(lastFinal + 1);
        return next > lastFinal
                ? new Lag(chain.chain(), 0, Duration.ZERO)
                : new Lag(chain.chain(), lastFinal + 1 - next, Duration.between(chain.madeAt(next), clock.instant()));
    }
}
