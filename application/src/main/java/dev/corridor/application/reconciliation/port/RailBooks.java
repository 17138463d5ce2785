package dev.corridor.application.reconciliation.port;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** What the books say of a rail. */
public interface RailBooks {

    /** The last block whose deposits are in the books. Empty if nothing has been read. */
    OptionalLong lastRead(ChainName chain);

    /** The receipts of what has arrived in these blocks. */
    List<Received> received(ChainName chain, long from, long to);

    /** The payouts of the wallet with this nonce or a later one. */
    List<Sent> sent(ChainName chain, String wallet, long firstNonce);

    /**
     * Compares the books with what the bank has booked, as far as it was taken after that time. Reports from a few days before are looked at again.
     */
    BankResult compare(String bank, Instant since, Instant now);

    /**
     * @param reference of the arrival
     * @param asset its code, or as the rail names it
     */
    record Received(String reference, String asset, BigInteger units, String payee) {}

    /**
     * A payout that was signed or has ended.
     *
     * @param txHash the one that the payout names; empty if it has none
     * @param hashes of all that was signed for it
     * @param changedAt when it came to its status
     */
    record Sent(
            TransactionId transaction,
            OrganizationId organization,
            TransactionStatus status,
            long nonce,
            String txHash,
            List<String> hashes,
            String asset,
            BigInteger units,
            String to,
            Instant changedAt) {

        public Sent {
            hashes = List.copyOf(hashes);
        }
    }

    /** @param entries how many were compared */
    record BankResult(long entries, List<Difference> differences) {

        public BankResult {
            differences = List.copyOf(differences);
        }
    }
}
