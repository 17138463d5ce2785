package dev.corridor.application.books;

import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import dev.corridor.domain.transaction.Entry;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Optional;

/**
 * An immutable ledger entry.
 *
 * @param balanceAfter the bucket's balance after it; empty for the house's accounts, which have no running balance
 * @param postedAt the time of the step, or of the balance's last change if that is later; so the entries of a balance are in time order
 */
public record PostedEntry(
        TransactionId transaction, OrganizationId organization, Entry entry, Optional<Money> balanceAfter, Instant postedAt)
        implements Owned {}
