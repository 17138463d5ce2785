package dev.corridor.chain;

import dev.corridor.application.transaction.port.Chain;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.transaction.SignedTransfer;
import java.time.Instant;

/** For deployments without a blockchain: refuses to sign, so no crypto payout can start. */
public final class NoChain implements Chain {

    @Override
    public SignedTransfer sign(Order order) {
        throw new BusinessException(new Forbidden("Crypto payouts are not enabled: no blockchain is connected."));
    }

    @Override
    public Sending send(SignedTransfer transfer) {
        return Sending.UNKNOWN;
    }

    @Override
    public Fate fate(SignedTransfer transfer, Instant now) {
        return Fate.PENDING;
    }
}
