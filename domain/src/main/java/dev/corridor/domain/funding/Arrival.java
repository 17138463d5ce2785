package dev.corridor.domain.funding;

import dev.corridor.domain.transaction.Details;
import java.time.Instant;

/**
 * Something of value that has arrived at a rail, finally, as the rail says it.
 *
 * @param rail such as {@code ETHEREUM_SEPOLIA}; a name that never means another rail
 * @param reference by which the rail tells it from everything else that ever arrives there
 * @param payer who has paid: an address, or the name and account of a bank's customer; empty if unknown
 * @param payee where it arrived: an address, an account number
 * @param arrivedAt when, by the rail's own clock
 * @param details of the transaction that credits it: a crypto or fiat payin
 */
public record Arrival(String rail, String reference, Value value, String payer, String payee, Instant arrivedAt, Details details) {

    public Arrival {
        if (rail.isEmpty() || reference.isEmpty()) {
            throw new IllegalArgumentException("an arrival has a name on its rail");
        }
    }

    /** By which receipts name a bank. */
    public static String railOfBank(String bank) {
        return "bank " + bank;
    }

    public ReceiptId receipt() {
        return ReceiptId.of(rail, reference);
    }

    /** Who has paid whom is personal data. */
    @Override
    public String toString() {
        return "Arrival[" + rail + ", " + reference + ", " + value + "]";
    }
}
