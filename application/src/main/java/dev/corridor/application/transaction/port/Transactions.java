package dev.corridor.application.transaction.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.LedgerLine;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.domain.transaction.Statement.Period;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import java.util.Optional;

public interface Transactions {

    Optional<Transaction> find(OrganizationId organization, TransactionId id);

    /** Whether that beneficiary of the account is there, and nothing was ever paid to it, declined payouts aside. */
    boolean isFirstPayout(OrganizationId organization, AccountId account, BeneficiaryId beneficiary);

    Page<Transaction> page(OrganizationId organization, TransactionFilter filter, PageRequest<TransactionId> request);

    /** The account's lines of the ledger. */
    Page<LedgerLine> ledger(OrganizationId organization, AccountId account, PageRequest<LedgerLine.Number> request);

    /** The account's statement of one asset; empty if the period has more entries than that. */
    Optional<Statement> statement(OrganizationId organization, AccountId account, Asset asset, Period period, int maxEntries);
}
