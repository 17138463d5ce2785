package dev.corridor.application.books;

import dev.corridor.domain.account.Balance;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import dev.corridor.domain.transaction.Posting;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Optional;

/**
 * A posting as it is in the ledger.
 *
 * @param after the account's balance of the asset after it; empty between accounts of the house, which have no running balance
 * @param postedAt the time of the step, or of the account's last posting if that is later; so the postings of an account are in time order
 */
public record Posted(TransactionId transaction, OrganizationId organization, Posting posting, Optional<Balance> after, Instant postedAt)
        implements Owned {}
