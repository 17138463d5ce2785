package dev.corridor.application.transaction;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.port.Bank;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.Details.FiatPayout;
import dev.corridor.domain.transaction.Transaction;
import java.util.List;

public final class PayOutFiatService implements PayOutFiat {

    private final Books books;
    private final List<Bank> banks;

    /** @param banks the first that pays a method and an asset is used */
    public PayOutFiatService(Books books, List<Bank> banks) {
        this.books = books;
        this.banks = List.copyOf(banks);
    }

    @Override
    public Transaction payOut(Command command) {
        var subjects = Subjects.beneficiary(command.caller(), command.account(), command.beneficiary())
                .with(FeeKey.fiatPayout(command.amount().asset()))
                .with(command.memo().reference());
        return books.decide(command.once(), subjects, open -> lock(open, command));
    }

    private Transaction lock(OpenBooks open, Command command) {
        command.method().requireCarries(command.amount());
        var account = open.account(command.account());
        var beneficiary = open.beneficiary(account.id(), command.beneficiary());
        var bank = beneficiary.accountFor(command.method(), command.amount().asset());
        account.requireActive();
        beneficiary.requirePayable();
        var fee = open.feeSchedule(FeeKey.fiatPayout(command.amount().asset())).asExpected(command.expectedFee()).on(command.amount());
        var paying = bankFor(command);
        var payout = new FiatPayout(
                beneficiary.id(), bank.method(), bank.bankName(), bank.swiftCode(), bank.accountNumber(), bank.iban(), fee);
        var locked = open.post(
                Transaction.payout(
                        open.newTransactionId(), account.organization(), account.id(), command.amount(), payout, command.memo(), open.now()));
        open.record(new BankTransfer(locked.id(), locked.organization(), paying.name()));
        return locked;
    }

    private Bank bankFor(Command command) {
        var asset = command.amount().asset();
        return banks.stream().filter(bank -> bank.pays(command.method(), asset)).findFirst().orElseThrow(() -> new BusinessException(
                new Forbidden("No connected bank pays " + asset + " by " + command.method() + ".")));
    }
}
