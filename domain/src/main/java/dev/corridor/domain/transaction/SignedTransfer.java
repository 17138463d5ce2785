package dev.corridor.domain.transaction;

import java.time.Instant;

/**
 * A transfer as its chain will see it. Sending the same bytes again is idempotent, so a send with an unknown outcome may be repeated; the hash
 * finds its result. A chain takes one transaction per wallet and nonce, so of all transfers signed for one nonce at most one takes effect.
 *
 * @param wallet the address of the house that pays
 * @param nonce the wallet's number of the transaction, from 0
 * @param attempt 0, and one more each time that it was signed anew for the same nonce
 * @param raw the signed bytes, in hex
 */
public record SignedTransfer(
        ChainTransfer transfer, String wallet, long nonce, int attempt, String txHash, String raw, Instant signedAt) {

    /** Leaves out the signed bytes, which anyone could broadcast. */
    @Override
    public String toString() {
        return "SignedTransfer[" + transfer.transaction() + ", " + transfer.chain() + ", nonce " + nonce + ", " + txHash + "]";
    }
}
