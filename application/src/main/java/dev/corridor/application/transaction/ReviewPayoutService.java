package dev.corridor.application.transaction;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.Hold.Gate;
import dev.corridor.domain.transaction.Hold.Reason;
import dev.corridor.domain.transaction.Transaction;
import java.util.Map;
import java.util.Optional;

public final class ReviewPayoutService implements ReviewPayout {

    private static final AuditAction APPROVED = new AuditAction("payout.approved");
    private static final AuditAction REJECTED = new AuditAction("payout.rejected");
    private static final Operator OPERATOR = new Operator();

    private final Books books;
    private final Transactions transactions;
    private final AuditLog audit;

    public ReviewPayoutService(Books books, Transactions transactions, AuditLog audit) {
        this.books = books;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public Transaction review(Command command) {
        var organization = transactions.owner(command.payout()).orElseThrow(() -> new BusinessException(new NotFound("Transaction")));
        return books.decide(Subjects.transaction(organization, command.payout()), open -> decide(open, command));
    }

    private Transaction decide(OpenBooks open, Command command) {
        var payout = open.transaction(command.payout());
        var now = open.now();
        payout.requireWaiting(Gate.REVIEW, now);
        return switch (command.verdict()) {
            case APPROVE -> audited(open, command, APPROVED, payout.pass(Gate.REVIEW, OPERATOR.toString(), now));
            case REJECT -> audited(open, command, REJECTED, payout.withhold(Reason.REJECTED, Optional.of(OPERATOR.toString()), now));
        };
    }

    private Transaction audited(OpenBooks open, Command command, AuditAction action, Transaction reviewed) {
        open.record(audit.draw(
                reviewed.organization(),
                OPERATOR,
                action,
                reviewed.id(),
                Map.of(
                        "maker", reviewed.hold().orElseThrow().maker(),
                        "amount", reviewed.amount().toString(),
                        "evidence", command.evidence()),
                command.origin(),
                open.now()));
        return open.record(reviewed);
    }
}
