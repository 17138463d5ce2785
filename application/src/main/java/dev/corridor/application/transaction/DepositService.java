package dev.corridor.application.transaction;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import java.time.InstantSource;

public final class DepositService implements Deposit {

    private final Books books;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public DepositService(Books books, TimeOrderedIds ids, InstantSource clock) {
        this.books = books;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Transaction deposit(Command command) {
        command.caller().requireTestKey();
        var id = new TransactionId(ids.next());
        var subjects = Subjects.account(command.caller().organization(), command.account());
        return books.decide(command.once(), subjects, open -> {
            var account = open.account(command.account());
            account.requireActive();
            return open.post(Transaction.payin(id, account.organization(), account.id(), command.amount(), clock.instant()));
        });
    }
}
