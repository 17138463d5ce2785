package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.corridor.Trades;
import dev.corridor.benchmarks.http.Measurement;
import java.time.Duration;

/** Pairs, as clients saw them, and what the servers took of the processors for them. */
record Load(Measurement seen, Duration corridorCpu, Duration postgresCpu) {

    double pairsPerSecond() {
        return seen.roundsPerSecond();
    }

    /** All of them, the lead-in's included: that is what the processor times are for. */
    long pairs() {
        return seen.accepted().get(Trades.EXECUTE);
    }
}
