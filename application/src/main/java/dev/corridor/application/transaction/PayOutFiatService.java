package dev.corridor.application.transaction;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.transaction.Details.FiatPayout;
import dev.corridor.domain.transaction.Transaction;

public final class PayOutFiatService implements PayOutFiat {

    private final Books books;

    public PayOutFiatService(Books books) {
        this.books = books;
    }

    @Override
    public Transaction payOut(Command command) {
        var subjects = Subjects.beneficiary(command.caller().organization(), command.account(), command.beneficiary())
                .with(FeeKey.fiatPayout(command.amount().asset()))
                .with(command.memo().reference());
        return books.decide(command.once(), subjects, open -> lock(open, command));
    }

    private static Transaction lock(OpenBooks open, Command command) {
        command.method().requireCarries(command.amount());
        var account = open.account(command.account());
        var beneficiary = open.beneficiary(account.id(), command.beneficiary());
        var bank = beneficiary.accountFor(command.method(), command.amount().asset());
        account.requireActive();
        beneficiary.requirePayable();
        var fee = open.feeSchedule(FeeKey.fiatPayout(command.amount().asset())).asExpected(command.expectedFee()).on(command.amount());
        var payout = new FiatPayout(
                beneficiary.id(), bank.method(), bank.bankName(), bank.swiftCode(), bank.accountNumber(), bank.iban(), fee);
        return open.post(
                Transaction.payout(
                        open.newTransactionId(), account.organization(), account.id(), command.amount(), payout, command.memo(), open.now()));
    }
}
