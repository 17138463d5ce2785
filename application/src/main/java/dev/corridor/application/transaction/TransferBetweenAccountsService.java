package dev.corridor.application.transaction;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.transaction.Details.TransferIn;
import dev.corridor.domain.transaction.Details.TransferOut;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;

public final class TransferBetweenAccountsService implements TransferBetweenAccounts {

    private final Books books;

    public TransferBetweenAccountsService(Books books) {
        this.books = books;
    }

    @Override
    public Transaction transfer(Command command) {
        var subjects = Subjects.accounts(command.caller(), command.from(), command.to()).with(command.memo().reference());
        return books.decide(command.once(), subjects, open -> move(open, command));
    }

    private static Transaction move(OpenBooks open, Command command) {
        if (command.from().equals(command.to())) {
            throw new BusinessException(ValidationError.of("toAccountId", "must differ from fromAccountId"));
        }
        var from = open.account(command.from());
        var to = open.account(command.to());
        from.requireActive();
        to.requireActive();
        var debit = open.post(Transaction.transferOut(
                open.newTransactionId(), from.organization(), from.id(), command.amount(), new TransferOut(to.id()), command.memo(), open.now()));
        open.post(Transaction.transferIn(
                open.newTransactionId(),
                to.organization(),
                to.id(),
                command.amount(),
                new TransferIn(from.id(), debit.id()),
                Memo.saying(command.memo().description()),
                open.now()));
        return debit;
    }
}
