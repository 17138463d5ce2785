package dev.corridor.application.transaction;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.transaction.Details.FiatPayout;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import java.time.InstantSource;

public final class PayOutFiatService implements PayOutFiat {

    private final Books books;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public PayOutFiatService(Books books, TimeOrderedIds ids, InstantSource clock) {
        this.books = books;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Transaction payOut(Command command) {
        var id = new TransactionId(ids.next());
        var subjects = Subjects.beneficiary(command.caller().organization(), command.account(), command.beneficiary());
        return books.decide(command.once(), subjects, open -> lock(open, command, id));
    }

    private Transaction lock(OpenBooks open, Command command, TransactionId id) {
        var account = open.account(command.account());
        var beneficiary = open.beneficiary(account.id(), command.beneficiary());
        var bank = beneficiary.accountFor(command.method(), command.amount().asset());
        account.requireActive();
        beneficiary.requirePayable();
        var payout = new FiatPayout(
                beneficiary.id(), bank.method(), bank.bankName(), bank.swiftCode(), bank.accountNumber(), bank.iban());
        return open.post(
                Transaction.payout(id, account.organization(), account.id(), command.amount(), payout, command.memo(), clock.instant()));
    }
}
