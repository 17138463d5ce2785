package dev.corridor.application.transaction;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.Screened.Told;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.transaction.Details.FiatPayout;
import dev.corridor.domain.transaction.Transaction;
import java.util.Optional;

public final class PayOutFiatService implements PayOutFiat {

    private final Books books;
    private final PayoutRails rails;
    private final PayoutDesk desk;

    public PayOutFiatService(Books books, PayoutRails rails, PayoutDesk desk) {
        this.books = books;
        this.rails = rails;
        this.desk = desk;
    }

    @Override
    public Transaction payOut(Command command) {
        var subjects = Subjects.beneficiary(command.caller(), command.account(), command.beneficiary())
                .with(FeeKey.fiatPayout(command.amount().asset()))
                .with(command.memo().reference())
                .withAny(command.id());
        return desk.screened(told -> books.decide(command.once(), subjects,
                open -> command.id().flatMap(open::known).orElseGet(() -> decide(open, command, told))));
    }

    private Transaction decide(OpenBooks open, Command command, Optional<Told> told) {
        command.method().requireCarries(command.amount());
        PayoutDesk.requireSchedule(command.executeAt(), open.now());
        var account = open.account(command.account());
        var beneficiary = open.beneficiary(account.id(), command.beneficiary());
        var bank = beneficiary.accountFor(command.method(), command.amount().asset());
        account.requireActive();
        beneficiary.requirePayable();
        var key = FeeKey.fiatPayout(command.amount().asset());
        var fee = open.feeSchedule(key).asExpected(command.expectedFee()).on(command.amount());
        rails.bankFor(command.method(), command.amount().asset());
        var details = new FiatPayout(
                beneficiary.id(), bank.method(), bank.bankName(), bank.swiftCode(), bank.accountNumber(), bank.iban(), fee);
        var asked = new PayoutDesk.Asked(
                account, beneficiary, command.amount(), details, command.executeAt(), command.memo(), command.id(), command.caller().principal());
        return desk.begin(open, asked, told);
    }
}
