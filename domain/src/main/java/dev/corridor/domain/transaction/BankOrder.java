package dev.corridor.domain.transaction;

import dev.corridor.domain.beneficiary.Destination.BankAccount;
import dev.corridor.domain.id.PrefixedUuid;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

/**
 * What a bank is to pay for a payout.
 *
 * @param payee the holder of the account, as the beneficiary has it
 */
public record BankOrder(TransactionId transaction, OrganizationId organization, Money amount, String payee, BankAccount account) {

    /**
     * What names the payout from the payer to the payee, and in all that banks say of it: the 32 hex digits of its id. ISO 20022 has room for 35
     * characters.
     */
    public String endToEndId() {
        return PrefixedUuid.format("", transaction.uuid());
    }

    /** The payout that an end-to-end id names. Empty if Corridor has not given it. */
    public static Optional<TransactionId> payoutOf(String endToEndId) {
        try {
            return Optional.of(new TransactionId(PrefixedUuid.parse("", endToEndId)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Leaves out the payee, which is personal data. */
    @Override
    public String toString() {
        return "BankOrder[" + transaction + ", " + amount + ", " + account + "]";
    }
}
