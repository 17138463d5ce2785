package dev.corridor.domain.transaction;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

/**
 * What a transfer to another organization still has to do: credit the receiver, or be sent back.
 *
 * @param transaction of the sender, which has put the money into clearing
 * @param account of the receiver
 * @param senderName empty if the sender does not show it
 * @param note of the sender to the receiver; empty if there is none
 */
public record NetworkTransfer(
        TransactionId transaction,
        OrganizationId organization,
        Money amount,
        OrganizationId receiver,
        AccountId account,
        NetworkHandle senderHandle,
        Optional<String> senderName,
        String note) {

    /** The note may contain personal data. */
    @Override
    public String toString() {
        return "NetworkTransfer[" + transaction + ", " + receiver + "]";
    }
}
