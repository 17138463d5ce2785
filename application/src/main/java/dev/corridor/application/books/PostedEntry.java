package dev.corridor.application.books;

import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import dev.corridor.domain.transaction.Entry;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry as it stands in the ledger, for good.
 *
 * @param balanceAfter what its bucket held after it; the house's accounts have no running balance
 * @param postedAt when the step was taken, or when the balance had last changed if that is later: the entries of a balance are in the order
 *     of time
 */
public record PostedEntry(
        TransactionId transaction, OrganizationId organization, Entry entry, Optional<Money> balanceAfter, Instant postedAt)
        implements Owned {}
