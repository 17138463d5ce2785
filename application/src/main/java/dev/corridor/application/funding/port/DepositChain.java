package dev.corridor.application.funding.port;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.Asset;
import java.time.Instant;
import java.util.List;

/** A chain that deposits arrive on. What it says is final, as more than half of its nodes have it. */
public interface DepositChain {

    ChainName chain();

    /** What deposit addresses are derived from. */
    DepositKey key();

    /** What accounts can hold, and the chain has. */
    List<Asset> assets();

    /** The address that pays the payouts: what arrives there is no account's. */
    String wallet();

    /**
     * The last block that is final; negative if none is.
     *
     * @throws dev.corridor.application.transaction.port.Chain.Unavailable if the chain cannot be asked
     */
    long lastFinal();

    /**
     * Every transfer of a token to one of the addresses, of more than nothing, in the order of the chain.
     *
     * @param from the first block
     * @param to the last block, which is final
     * @throws dev.corridor.application.transaction.port.Chain.Unavailable if the chain cannot be asked, or its nodes disagree
     */
    List<Incoming> transfers(List<String> addresses, long from, long to);

    /**
     * When a block was made, by the chain's own clock.
     *
     * @throws dev.corridor.application.transaction.port.Chain.Unavailable if the chain cannot be asked, or has no such block
     */
    Instant madeAt(long block);

    /** @param logIndex the number of the transfer's event in its transaction, from 0, which is the same in whatever block it is mined */
    record Incoming(String txHash, long logIndex, Value value, String payer, String payee, long block, Instant blockTime) {}
}
