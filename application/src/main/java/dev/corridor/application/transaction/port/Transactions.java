package dev.corridor.application.transaction.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.Entry;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.domain.transaction.Statement.Period;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import java.util.List;
import java.util.Optional;

/** Reads transactions and the ledger outside a decision: lists, statements, and what the payout limits ask. */
public interface Transactions {

    Optional<Transaction> find(OrganizationId organization, TransactionId id);

    /** Whose it is. For the operator and for rails, which name a transaction alone. */
    Optional<OrganizationId> owner(TransactionId id);

    /** Whether the beneficiary exists and has no payout other than declined ones. */
    boolean isFirstPayout(OrganizationId organization, AccountId account, BeneficiaryId beneficiary);

    /** The payouts with that hash on their chain. */
    List<Transaction> findByHash(OrganizationId organization, String txHash);

    /** What the transaction has posted to the account, in the order of lines. */
    List<Entry> entries(OrganizationId organization, TransactionId id);

    Page<Transaction> page(OrganizationId organization, TransactionFilter filter, PageRequest<TransactionId> request);

    Page<Entry> ledger(OrganizationId organization, AccountId account, PageRequest<Entry.Position> request);

    /** Empty if the period has more than {@code maxEntries} entries. */
    Optional<Statement> statement(OrganizationId organization, AccountId account, Asset asset, Period period, int maxEntries);
}
