package dev.corridor.application.reconciliation.port;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.Asset;
import java.math.BigInteger;
import java.util.List;

/**
 * What a chain says of the house's money. All of it is final, as more than half of its nodes have it.
 *
 * <p>Every method throws {@link dev.corridor.application.transaction.port.Chain.Unavailable} if the chain cannot be asked, or its nodes disagree.
 */
public interface ChainRecord {

    ChainName chain();

    /** The address that pays the payouts. */
    String wallet();

    /** Whether what arrives is recorded as receipts. */
    boolean takesDeposits();

    /** The assets whose tokens are known. */
    List<Asset> assets();

    /** The last block that is final. */
    long lastFinal();

    /** How many transactions the wallet has sent in the blocks up to that one. Nodes keep this of the last blocks only. */
    long sent(long block);

    /** What the addresses hold of the asset together after that block, in its smallest unit. Nodes keep this of the last blocks only. */
    BigInteger held(List<String> addresses, Asset asset, long block);

    /** Every transfer of more than nothing from or to one of the addresses, each once. */
    List<Moved> transfers(List<String> addresses, long from, long to);

    /** @param logIndex the place of the transfer's event among those of its transaction */
    record Moved(String txHash, long logIndex, Value value, String from, String to) {

        /** By which a receipt names it. */
        public String reference() {
            return txHash + ":" + logIndex;
        }
    }
}
