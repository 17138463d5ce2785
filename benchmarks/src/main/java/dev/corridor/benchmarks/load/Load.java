package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.corridor.Trades;
import dev.corridor.benchmarks.http.Measurement;
import dev.corridor.benchmarks.machine.Usage;

/**
 * A load of pairs.
 *
 * @param corridor what its process used
 * @param postgres what its processes used
 */
record Load(Measurement seen, Usage corridor, Usage postgres) {

    double pairsPerSecond() {
        return seen.roundsPerSecond();
    }

    /** Including the lead-in, like the usage. */
    long pairs() {
        return seen.accepted().get(Trades.EXECUTE);
    }
}
