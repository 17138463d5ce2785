package dev.corridor.application.transaction;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionStatus;
import java.time.Instant;

public final class EndPayoutService implements EndPayout {

    private final Books books;

    public EndPayoutService(Books books) {
        this.books = books;
    }

    @Override
    public Transaction end(Command command) {
        command.caller().requireTestKey();
        var subjects = Subjects.transaction(command.caller(), command.transaction());
        return books.decide(command.once(), subjects, open -> decide(open, command, open.now()));
    }

    private static Transaction decide(OpenBooks open, Command command, Instant now) {
        var transaction = open.transaction(command.transaction());
        return switch (command.ending()) {
            case SETTLED ->
                transaction.isPayoutThat(TransactionStatus.COMPLETED) ? transaction : open.post(transaction.complete(now));
            case DECLINED ->
                transaction.isPayoutThat(TransactionStatus.DECLINED) ? transaction : open.post(transaction.decline(now));
        };
    }
}
