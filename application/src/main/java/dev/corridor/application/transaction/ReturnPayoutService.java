package dev.corridor.application.transaction;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Transaction;
import java.util.Map;

public final class ReturnPayoutService implements ReturnPayout {

    private static final AuditAction RETURNED = new AuditAction("payout.returned");

    private final Books books;
    private final AuditLog audit;

    public ReturnPayoutService(Books books, AuditLog audit) {
        this.books = books;
        this.audit = audit;
    }

    @Override
    public Transaction bringBack(Command command) {
        if (!(command.caller().principal() instanceof Operator)) {
            command.caller().requireTestKey();
        }
        var subjects = Subjects.transaction(command.caller(), command.payout());
        return books.decide(command.once(), subjects, open -> decide(open, command));
    }

    private Transaction decide(OpenBooks open, Command command) {
        var payout = open.transaction(command.payout());
        payout.requireOut();
        var amount = command.amount().map(text -> amount(text, payout.amount().asset())).orElseGet(payout::outstanding);
        var id = open.newTransactionId();
        var now = open.now();
        var returned = payout.takeBack(id, amount, now);
        open.record(returned);
        open.record(audit.draw(
                payout.organization(),
                command.caller().principal(),
                RETURNED,
                payout.id(),
                Map.of("return", id.toString(), "amount", amount.toString(), "evidence", command.evidence()),
                command.origin(),
                now));
        return open.post(Transaction.payoutReturn(returned, command.evidence()));
    }

    private static Money amount(String text, Asset asset) {
        try {
            return Money.of(text, asset);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(
                    ValidationError.of("amount", "must be an amount of " + asset + ", with at most " + asset.decimals() + " decimals"));
        }
    }
}
