package dev.corridor.application.funding;

import dev.corridor.application.Refuses;
import dev.corridor.domain.beneficiary.ChainName;
import java.time.Duration;
import java.util.List;

/** How far the reading of chains for deposits is behind what is final there. Asks the nodes. */
public interface MeasureDepositLag {

    /** Of the chains that could be asked. */
    @Refuses({})
    List<Lag> measure();

    /**
     * @param blocks final ones that have not been read
     * @param age since the oldest of them was made; zero if there is none
     */
    record Lag(ChainName chain, long blocks, Duration age) {}
}
