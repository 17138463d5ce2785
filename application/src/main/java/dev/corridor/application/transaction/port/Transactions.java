package dev.corridor.application.transaction.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.LedgerLine;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import java.util.Optional;

public interface Transactions {

    Optional<Transaction> find(OrganizationId organization, TransactionId id);

    Page<Transaction> page(OrganizationId organization, TransactionFilter filter, PageRequest<TransactionId> request);

    /** The account's lines of the ledger. */
    Page<LedgerLine> ledger(OrganizationId organization, AccountId account, PageRequest<LedgerLine.Number> request);
}
