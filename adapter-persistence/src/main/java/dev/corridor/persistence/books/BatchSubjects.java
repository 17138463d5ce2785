package dev.corridor.persistence.books;

import dev.corridor.application.books.Subjects;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.account.AccountRows;
import dev.corridor.persistence.account.BalanceRows;
import dev.corridor.persistence.beneficiary.BeneficiaryRows;
import dev.corridor.persistence.idempotency.RememberedRows;
import dev.corridor.persistence.quote.QuoteRows;
import dev.corridor.persistence.transaction.TransactionRows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Locks and reads what the decisions of a batch name, in one round trip.
 *
 * <p>The account's row is the lock of everything that belongs to the account: its balances, quotes, beneficiaries and transactions are
 * written by decisions only, and every decision on them locks the account first. One lock instead of many also covers what is not there
 * yet: a first balance of an asset is a row that nobody could lock. Accounts are locked in the order of their ids, so batches that share
 * accounts wait for one another and never in a circle. The lock leaves the key alone ({@code for no key update}), so the foreign keys of
 * others do not wait for it.
 *
 * <p>What is locked is read by later statements. In READ COMMITTED each statement sees what was committed before it began: a statement that
 * waits for the lock and reads the balances as well would see them as they were before it waited.
 */
final class BatchSubjects {

    private static final String OF_ORGANIZATIONS = " and organization_id = any(:organizations)";

    private static final String NAMED_BENEFICIARIES = "where beneficiary_id = any(:beneficiaries)" + OF_ORGANIZATIONS;
    private static final String NAMED_QUOTES = "where quote_id = any(:quotes)" + OF_ORGANIZATIONS;
    private static final String NAMED_TRANSACTIONS = "where transaction_id = any(:transactions)" + OF_ORGANIZATIONS;

    /** Whatever is named comes with its account. Nothing ever moves to another account, so this may be looked up before the lock. */
    private static final String NAMED_ACCOUNTS = "where account_id = any(:accounts"
            + " || array(select account_id from beneficiaries " + NAMED_BENEFICIARIES + ")"
            + " || array(select account_id from quotes " + NAMED_QUOTES + ")"
            + " || array(select account_id from transactions " + NAMED_TRANSACTIONS + "))"
            + OF_ORGANIZATIONS;

    private final AccountRows accountRows;
    private final BalanceRows balanceRows;
    private final BeneficiaryRows beneficiaryRows;
    private final QuoteRows quoteRows;
    private final TransactionRows transactionRows;
    private final RememberedRows rememberedRows;

    BatchSubjects(AssetCatalogue assets) {
        this.accountRows = new AccountRows();
        this.balanceRows = new BalanceRows(assets);
        this.beneficiaryRows = new BeneficiaryRows(assets);
        this.quoteRows = new QuoteRows(assets);
        this.transactionRows = new TransactionRows(assets);
        this.rememberedRows = new RememberedRows();
    }

    BatchState read(List<Subjects> subjects, Handle handle) {
        var organizations = subjects.stream().map(Subjects::organization).distinct().toList();
        var accounts = named(subjects, Subjects::account);
        var beneficiaries = named(subjects, Subjects::beneficiary);
        var quotes = named(subjects, Subjects::quote);
        var transactions = named(subjects, Subjects::transaction);
        var keys = named(subjects, Subjects::idempotencyKey);

        var state = new BatchState();
        var pipeline = new Pipeline()
                .bind("organizations", UUID.class, organizations, OrganizationId::uuid)
                .bind("accounts", UUID.class, accounts, AccountId::uuid)
                .bind("beneficiaries", UUID.class, beneficiaries, BeneficiaryId::uuid)
                .bind("quotes", UUID.class, quotes, QuoteId::uuid)
                .bind("transactions", UUID.class, transactions, TransactionId::uuid)
                .query(AccountRows.SELECT + NAMED_ACCOUNTS + " order by account_id for no key update", accountRows, state::load)
                .query(BalanceRows.SELECT + NAMED_ACCOUNTS, balanceRows, state::load);
        if (!beneficiaries.isEmpty()) {
            pipeline.query(BeneficiaryRows.SELECT + NAMED_BENEFICIARIES, beneficiaryRows, state::load);
        }
        if (!quotes.isEmpty()) {
            pipeline.query(QuoteRows.SELECT + NAMED_QUOTES, quoteRows, state::load);
        }
        if (!transactions.isEmpty()) {
            pipeline.query(TransactionRows.SELECT + NAMED_TRANSACTIONS, transactionRows, state::load);
        }
        if (!keys.isEmpty()) {
            rememberedRows.find(keys, state::load, pipeline);
        }
        pipeline.run(handle);
        return state;
    }

    private static <T> List<T> named(List<Subjects> subjects, Function<Subjects, Optional<T>> what) {
        return subjects.stream().map(what).flatMap(Optional::stream).distinct().toList();
    }
}
