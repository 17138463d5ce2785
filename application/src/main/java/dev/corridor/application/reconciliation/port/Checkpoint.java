package dev.corridor.application.reconciliation.port;

import java.math.BigInteger;
import java.util.Map;

/**
 * Up to where the books agree with a rail.
 *
 * @param position the last block of a chain; of a bank, the time in milliseconds
 * @param wallet that pays; empty for a bank
 * @param nextNonce how many transactions the wallet had sent
 * @param held what the wallet and the deposit addresses held of each asset, in its smallest unit
 */
public record Checkpoint(long position, String wallet, long nextNonce, Map<String, BigInteger> held) {

    public Checkpoint {
        held = Map.copyOf(held);
    }

    public static Checkpoint ofBank(long millis) {
        return new Checkpoint(millis, "", 0, Map.of());
    }
}
