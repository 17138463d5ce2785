package dev.corridor.persistence.books;

import dev.corridor.application.books.Changes;
import dev.corridor.application.books.Posted;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.persistence.idempotency.RequestHash;
import dev.corridor.persistence.transaction.PostingRows;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * A row that proves that what a decision recorded is committed. It exists if and only if everything else does: a transaction commits as a whole,
 * and no transaction that decided differently can have written the same row.
 *
 * <p>Not {@code pg_xact_status}: after a fail-over the new server may have given the transaction's number to another transaction.
 */
record CommitProof(String row, Map<String, ?> facts) {

    static Optional<CommitProof> of(Changes changes) {
        return Stream.of(
                changes.postings().stream().map(CommitProof::of),
                changes.transactions().stream().map(CommitProof::of),
                changes.quotes().stream().map(CommitProof::of),
                changes.accounts().stream().map(CommitProof::of),
                changes.beneficiaries().stream().map(CommitProof::of),
                changes.receipts().stream().map(CommitProof::of),
                changes.answers().stream().map(CommitProof::of))
                .flatMap(rows -> rows)
                .findFirst();
    }

    /** Names the places too: the ends of a payout, settled or declined, have the same line. */
    private static CommitProof of(Posted posted) {
        return new CommitProof(
                """
                from postings
                where transaction_id = :transaction and line = :line and organization_id = :organization
                    and from_place = :from and to_place = :to and posted_at = :postedAt
                """,
                Map.of(
                        "transaction", posted.transaction().uuid(),
                        "line", posted.posting().line(),
                        "organization", posted.organization().uuid(),
                        "from", PostingRows.name(posted.posting().from()),
                        "to", PostingRows.name(posted.posting().to()),
                        "postedAt", posted.postedAt()));
    }

    private static CommitProof of(Transaction transaction) {
        return new CommitProof(
                """
                from transactions
                where transaction_id = :transaction and organization_id = :organization and status = :status and updated_at = :updatedAt
                """,
                Map.of(
                        "transaction", transaction.id().uuid(),
                        "organization", transaction.organization().uuid(),
                        "status", transaction.status().name(),
                        "updatedAt", transaction.updatedAt()));
    }

    /** Proves a new quote. An executed one is proved by its postings. */
    private static CommitProof of(Quote quote) {
        return new CommitProof(
                "from quotes where quote_id = :quote and organization_id = :organization",
                Map.of("quote", quote.id().uuid(), "organization", quote.terms().organization().uuid()));
    }

    private static CommitProof of(Account account) {
        return new CommitProof(
                """
                from accounts
                where account_id = :account and organization_id = :organization and status = :status and name = :name
                    and description = :description and updated_at = :updatedAt
                """,
                Map.of(
                        "account", account.id().uuid(),
                        "organization", account.organization().uuid(),
                        "status", account.status().name(),
                        "name", account.name(),
                        "description", account.description(),
                        "updatedAt", account.updatedAt()));
    }

    private static CommitProof of(Beneficiary beneficiary) {
        return new CommitProof(
                """
                from beneficiaries
                where beneficiary_id = :beneficiary and organization_id = :organization and status = :status and updated_at = :updatedAt
                """,
                Map.of(
                        "beneficiary", beneficiary.id().uuid(),
                        "organization", beneficiary.organization().uuid(),
                        "status", beneficiary.status().name(),
                        "updatedAt", beneficiary.updatedAt()));
    }

    /** Proves one that credits nobody. */
    private static CommitProof of(Receipt receipt) {
        return new CommitProof(
                "from receipts where receipt_id = :receipt and status = :status and updated_at = :updatedAt",
                Map.of("receipt", receipt.id().uuid(), "status", receipt.state().name(), "updatedAt", receipt.updatedAt()));
    }

    private static CommitProof of(IdempotencyRecord answer) {
        return new CommitProof(
                """
                from idempotency_records
                where request_hash = :request and organization_id = :organization and answer = :answer and answered_at = :answeredAt
                """,
                Map.of(
                        "request", RequestHash.of(answer.key()),
                        "organization", answer.key().organization().uuid(),
                        "answer", answer.answer(),
                        "answeredAt", answer.answeredAt()));
    }

    boolean isIn(Handle handle) {
        return handle.createQuery("select exists (select " + row + ")").bindMap(facts).mapTo(Boolean.class).one();
    }
}
