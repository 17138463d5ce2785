package dev.corridor.chain;

import dev.corridor.application.transaction.port.Chain;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.SignedTransfer;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Each chain by its own adapter. */
public final class ConnectedChains implements Chain {

    private final Map<ChainName, Chain> connected;
    private final Chain others;

    /** @param others serves the chains that are not in the map */
    public ConnectedChains(Map<ChainName, ? extends Chain> connected, Chain others) {
        this.connected = Map.copyOf(connected);
        this.others = others;
    }

    private Chain of(ChainName chain) {
        return connected.getOrDefault(chain, others);
    }

    @Override
    public void requireConnected(ChainName chain) {
        of(chain).requireConnected(chain);
    }

    @Override
    public Optional<Obstacle> obstacle(ChainTransfer transfer) {
        return of(transfer.chain()).obstacle(transfer);
    }

    @Override
    public String wallet(ChainName chain) {
        return of(chain).wallet(chain);
    }

    @Override
    public long firstNonce(ChainName chain) {
        return of(chain).firstNonce(chain);
    }

    @Override
    public SignedTransfer sign(ChainTransfer transfer, long nonce, Instant now) {
        return of(transfer.chain()).sign(transfer, nonce, now);
    }

    @Override
    public Optional<SignedTransfer> replace(SignedTransfer stuck, Instant now) {
        return of(stuck.transfer().chain()).replace(stuck, now);
    }

    @Override
    public Sending send(SignedTransfer transfer) {
        return of(transfer.transfer().chain()).send(transfer);
    }

    @Override
    public Fate fate(SignedTransfer transfer, Instant now) {
        return of(transfer.transfer().chain()).fate(transfer, now);
    }

    @Override
    public Optional<BigInteger> cost(SignedTransfer mined) {
        return of(mined.transfer().chain()).cost(mined);
    }
}
