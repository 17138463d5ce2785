package dev.corridor.persistence.books;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.DatabaseFunction;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.Statements;
import dev.corridor.persistence.account.AccountRows;
import dev.corridor.persistence.account.BalanceRows;
import dev.corridor.persistence.audit.AuditRows;
import dev.corridor.persistence.beneficiary.BeneficiaryRows;
import dev.corridor.persistence.feed.EventRows;
import dev.corridor.persistence.funding.ReceiptRows;
import dev.corridor.persistence.idempotency.IdempotencyRows;
import dev.corridor.persistence.organization.StandingRows;
import dev.corridor.persistence.quote.OpenQuoteRows;
import dev.corridor.persistence.quote.QuoteRows;
import dev.corridor.persistence.transaction.BankTransferRows;
import dev.corridor.persistence.transaction.GasCostRows;
import dev.corridor.persistence.transaction.HoldRows;
import dev.corridor.persistence.transaction.NetworkTransferRows;
import dev.corridor.persistence.transaction.PayoutTermRows;
import dev.corridor.persistence.transaction.PostingRows;
import dev.corridor.persistence.transaction.TransactionRows;
import dev.corridor.persistence.transaction.TransferRows;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * All that a batch may lock and read, and all that it may write, each in this order. Where tables are distributed by organization, each is one call. On one
 * server the statements are sent themselves, because that is faster (docs/adr/0061-a-batch-is-two-calls.md).
 */
public final class BatchFunctions {

    /** See {@link BatchSubjects} for why the locks come first, and in which order. */
    static final DatabaseFunction READ = DatabaseFunction.named("read_batch")
            .gather(BatchSubjects.THESE_ACCOUNTS)
            .gather(BatchSubjects.ACCOUNTS_OF_BENEFICIARIES)
            .gather(BatchSubjects.ACCOUNTS_OF_QUOTES)
            .gather(BatchSubjects.ACCOUNTS_OF_TRANSACTIONS)
            .query(BatchSubjects.LOCK_ACCOUNTS)
            .query(BatchSubjects.BALANCES)
            .query(ReceiptRows.LOCK)
            .query(BatchSubjects.CIRCUMSTANCES)
            .query(StandingRows.WITH_BROKERS)
            .query(BatchSubjects.BENEFICIARIES)
            .query(BatchSubjects.QUOTES)
            .query(BatchSubjects.TRANSACTIONS)
            .query(BatchSubjects.CREDITS)
            .query(PayoutTermRows.FIND)
            .query(IdempotencyRows.FIND)
            .query(ReferenceHolders.ACCOUNTS)
            .query(ReferenceHolders.BENEFICIARIES)
            .query(ReferenceHolders.TRANSACTIONS)
            .build();

    /**
     * Answers come last, so a transaction that waits for another's idempotency key waits for nothing else afterwards. What refers to something comes
     * after it.
     */
    static final DatabaseFunction WRITE = DatabaseFunction.named("write_batch")
            .update(AccountRows.RECORD)
            .update(BeneficiaryRows.RECORD)
            .update(QuoteRows.RECORD)
            .update(QuoteRows.CHANGE)
            .update(OpenQuoteRows.CHANGE)
            .update(TransactionRows.RECORD)
            .update(TransactionRows.CHANGE)
            .update(HoldRows.RECORD)
            .update(PayoutTermRows.COUNT)
            .update(PayoutTermRows.GIVE_BACK)
            .update(PostingRows.RECORD)
            .update(BalanceRows.RECORD)
            .update(BalanceRows.CHANGE)
            .update(TransferRows.RECORD)
            .update(TransferRows.END)
            .update(ReceiptRows.RECORD)
            .update(ReceiptRows.RESOLVE)
            .update(BankTransferRows.RECORD)
            .update(BankTransferRows.END)
            .update(NetworkTransferRows.RECORD)
            .update(GasCostRows.RECORD)
            .update(AuditRows.RECORD)
            .update(EventRows.RECORD)
            .update(IdempotencyRows.TAKE_BACK)
            .update(IdempotencyRows.FORGET)
            .update(IdempotencyRows.RECORD)
            .build();

    public static final List<DatabaseFunction> ALL = List.of(READ, WRITE);

    private BatchFunctions() {}

    /** @param organization of the batch, or any of them if it has several */
    static Statements reading(BatchScope scope, OrganizationId organization) {
        return sent(READ, scope, organization);
    }

    static Statements writing(BatchScope scope, OrganizationId organization) {
        return sent(WRITE, scope, organization);
    }

    private static Statements sent(DatabaseFunction function, BatchScope scope, OrganizationId organization) {
        return switch (scope) {
            case ANY -> new Pipeline();
            case ORGANIZATION -> function.call(organization);
        };
    }

    static void prepare(BatchScope scope, Handle handle) {
        ALL.forEach(function -> function.learnTypes(handle));
        if (scope == BatchScope.ORGANIZATION) {
            ALL.forEach(function -> function.prepare(handle));
        }
    }
}
