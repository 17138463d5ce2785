package dev.corridor.application.transaction;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import java.time.InstantSource;

public final class ReverseTransactionService implements ReverseTransaction {

    private final Books books;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public ReverseTransactionService(Books books, TimeOrderedIds ids, InstantSource clock) {
        this.books = books;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Transaction reverse(Command command) {
        var id = new TransactionId(ids.next());
        var subjects = Subjects.transaction(command.caller().organization(), command.transaction());
        return books.decide(command.once(), subjects, open -> decide(open, command, id));
    }

    private Transaction decide(OpenBooks open, Command command, TransactionId id) {
        var transaction = open.transaction(command.transaction());
        open.account(transaction.account()).requireActive();
        var reversed = transaction.reverse(id);
        open.record(reversed);
        return open.post(Transaction.reversal(reversed, command.reason(), clock.instant()));
    }
}
