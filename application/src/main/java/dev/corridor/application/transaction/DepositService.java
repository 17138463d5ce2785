package dev.corridor.application.transaction;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.DepositTooLarge;

public final class DepositService implements Deposit {

    /** In major units of a currency. */
    private static final String LARGEST = "100000000";

    private final Books books;

    public DepositService(Books books) {
        this.books = books;
    }

    @Override
    public Transaction deposit(Command command) {
        command.caller().requireTestKey();
        var asset = command.amount().asset();
        var largest = Money.of(LARGEST, asset);
        if (asset.kind() == Asset.Kind.FIAT && largest.isLessThan(command.amount())) {
            throw new BusinessException(new DepositTooLarge(command.amount(), largest));
        }
        var subjects = Subjects.account(command.caller().organization(), command.account());
        return books.decide(command.once(), subjects, open -> {
            var account = open.account(command.account());
            account.requireActive();
            return open.post(Transaction.payin(
                    open.newTransactionId(), account.organization(), account.id(), command.amount(), open.now()));
        });
    }
}
