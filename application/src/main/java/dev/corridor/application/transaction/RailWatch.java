package dev.corridor.application.transaction;

import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.domain.beneficiary.ChainName;
import java.math.BigInteger;

/** Counts what happens on rails, as it happens. A rail is named by its chain or its bank. */
public interface RailWatch {

    /** Counts nothing. */
    RailWatch NONE = new RailWatch() {
        @Override
        public void sent(String rail, Sending outcome) {}

        @Override
        public void repaired(ChainName chain, Repair repair) {}

        @Override
        public void spent(ChainName chain, BigInteger units) {}

        @Override
        public void received(String rail, boolean isCredited) {}
    };

    /** A payout was sent, or a bank's file handed over. */
    void sent(String rail, Sending outcome);

    void repaired(ChainName chain, Repair repair);

    /** @param units of the chain's own coin, the smallest there are */
    void spent(ChainName chain, BigInteger units);

    /** Something has arrived that had not been known. */
    void received(String rail, boolean isCredited);

    /** What a payout needed after its first send. */
    enum Repair {
        /** The same bytes again: the chain did not have them, so their nonce was a gap. */
        RESENT,
        /** More was offered for the same nonce. */
        REPLACED,
        /** Another nonce, because a transaction of another sender of the wallet had it. */
        RENUMBERED
    }
}
