package dev.corridor.domain.transaction;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;

/** What a crypto payout is to move on its chain. Written with the payout; it is prepared and sent after that. */
public record ChainTransfer(TransactionId transaction, OrganizationId organization, ChainName chain, String toAddress, Money amount) {

    /** Leaves out the address, which is personal data. */
    @Override
    public String toString() {
        return "ChainTransfer[" + transaction + ", " + chain + ", " + amount + "]";
    }
}
