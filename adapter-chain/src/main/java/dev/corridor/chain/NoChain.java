package dev.corridor.chain;

import dev.corridor.application.transaction.port.Chain;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.SignedTransfer;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/** A chain that is not connected: no payout over it can start. One that started while it was connected waits until it is again. */
public final class NoChain implements Chain {

    @Override
    public void requireConnected(ChainName chain) {
        throw new BusinessException(new Forbidden("Crypto payouts are not enabled: no blockchain is connected."));
    }

    @Override
    public Optional<Obstacle> obstacle(ChainTransfer transfer) {
        throw notConnected();
    }

    @Override
    public String wallet(ChainName chain) {
        throw notConnected();
    }

    @Override
    public long firstNonce(ChainName chain) {
        throw notConnected();
    }

    @Override
    public SignedTransfer sign(ChainTransfer transfer, long nonce, Instant now) {
        throw notConnected();
    }

    @Override
    public Optional<SignedTransfer> replace(SignedTransfer stuck, Instant now) {
        throw notConnected();
    }

    @Override
    public Sending send(SignedTransfer transfer) {
        return Sending.UNKNOWN;
    }

    @Override
    public Fate fate(SignedTransfer transfer, Instant now) {
        throw notConnected();
    }

    @Override
    public Optional<BigInteger> cost(SignedTransfer mined) {
        throw notConnected();
    }

    private static Unavailable notConnected() {
        return new Unavailable("the chain is not connected");
    }
}
