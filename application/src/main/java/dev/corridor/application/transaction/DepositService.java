package dev.corridor.application.transaction;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.transaction.Transaction;

public final class DepositService implements Deposit {

    private final Books books;

    public DepositService(Books books) {
        this.books = books;
    }

    @Override
    public Transaction deposit(Command command) {
        command.caller().requireTestKey();
        var subjects = Subjects.account(command.caller(), command.account());
        return books.decide(command.once(), subjects, open -> {
            var account = open.account(command.account());
            account.requireActive();
            return open.post(Transaction.payin(
                    open.newTransactionId(), account.organization(), account.id(), command.amount(), open.now()));
        });
    }
}
