package dev.corridor.application.transaction.port;

import dev.corridor.domain.beneficiary.ChainName;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

/** What the house has paid to networks. Each cost is booked by the decision that ends its payout. */
public interface GasCosts {

    /** By chain, wallet and day, in this order. */
    List<Total> totals();

    /**
     * @param day in UTC, on which the costs were booked
     * @param transactions those of blocks, the failed ones included
     * @param failed those that have moved nothing
     * @param units of the chain's own coin, the smallest there are
     */
    record Total(ChainName chain, String wallet, LocalDate day, int transactions, int failed, BigInteger units) {}
}
