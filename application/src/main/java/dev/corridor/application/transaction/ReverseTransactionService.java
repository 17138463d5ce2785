package dev.corridor.application.transaction;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.transaction.Transaction;
import java.time.Duration;
import java.util.Map;

public final class ReverseTransactionService implements ReverseTransaction {

    private static final AuditAction REVERSED = new AuditAction("transaction.reversed");

    private final Books books;
    private final Duration window;
    private final AuditLog audit;

    /** @param window for how long a trade can be reversed */
    public ReverseTransactionService(Books books, Duration window, AuditLog audit) {
        this.books = books;
        this.window = window;
        this.audit = audit;
    }

    @Override
    public Transaction reverse(Command command) {
        var subjects = Subjects.transaction(command.caller(), command.transaction());
        return books.decide(command.once(), subjects, open -> decide(open, command));
    }

    private Transaction decide(OpenBooks open, Command command) {
        var transaction = open.transaction(command.transaction());
        open.account(transaction.account()).requireActive();
        var id = open.newTransactionId();
        var now = open.now();
        var by = command.caller().principal();
        var reversed = transaction.reverse(id, window, now);
        open.record(reversed);
        open.record(audit.draw(
                transaction.organization(),
                by,
                REVERSED,
                transaction.id(),
                Map.of("reversedBy", id.toString(), "reason", command.reason(), "evidence", command.evidence()),
                command.origin(),
                now));
        return open.post(Transaction.reversal(reversed, by.toString(), command.reason(), command.evidence(), now));
    }
}
