package dev.corridor.application.transaction;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.transaction.Hold.Reason;
import dev.corridor.domain.transaction.Transaction;
import java.util.Map;
import java.util.Optional;

public final class CancelPayoutService implements CancelPayout {

    private static final AuditAction CANCELLED = new AuditAction("payout.cancelled");

    private final Books books;
    private final AuditLog audit;

    public CancelPayoutService(Books books, AuditLog audit) {
        this.books = books;
        this.audit = audit;
    }

    @Override
    public Transaction cancel(Command command) {
        return books.decide(command.once(), Subjects.transaction(command.caller(), command.payout()), open -> decide(open, command));
    }

    private Transaction decide(OpenBooks open, Command command) {
        var payout = open.transaction(command.payout());
        if (payout.isCancelled()) {
            return payout;
        }
        var by = command.caller().principal();
        var cancelled = open.record(payout.withhold(Reason.CANCELLED, Optional.of(by.toString()), open.now()));
        open.record(audit.draw(
                cancelled.organization(),
                by,
                CANCELLED,
                cancelled.id(),
                Map.of("maker", cancelled.hold().orElseThrow().maker(), "amount", cancelled.amount().toString()),
                command.origin(),
                open.now()));
        return cancelled;
    }
}
