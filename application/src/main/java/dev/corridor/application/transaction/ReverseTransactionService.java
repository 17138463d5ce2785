package dev.corridor.application.transaction;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.transaction.Transaction;

public final class ReverseTransactionService implements ReverseTransaction {

    private final Books books;

    public ReverseTransactionService(Books books) {
        this.books = books;
    }

    @Override
    public Transaction reverse(Command command) {
        var subjects = Subjects.transaction(command.caller().organization(), command.transaction());
        return books.decide(command.once(), subjects, open -> decide(open, command));
    }

    private static Transaction decide(OpenBooks open, Command command) {
        var transaction = open.transaction(command.transaction());
        open.account(transaction.account()).requireActive();
        var reversed = transaction.reverse(open.newTransactionId());
        open.record(reversed);
        return open.post(Transaction.reversal(reversed, command.reason(), open.now()));
    }
}
