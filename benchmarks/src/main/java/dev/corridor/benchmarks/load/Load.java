package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.corridor.Trades;
import dev.corridor.benchmarks.http.Measurement;
import java.time.Duration;

/** A load of pairs, and the CPU time of the servers. */
record Load(Measurement seen, Duration corridorCpu, Duration postgresCpu) {

    double pairsPerSecond() {
        return seen.roundsPerSecond();
    }

    /** Including the lead-in, like the CPU times. */
    long pairs() {
        return seen.accepted().get(Trades.EXECUTE);
    }
}
