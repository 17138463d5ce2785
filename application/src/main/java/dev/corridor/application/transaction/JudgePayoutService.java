package dev.corridor.application.transaction;

import dev.corridor.application.access.KnownHands;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Hold;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.PayoutNotWaiting;
import java.util.Map;
import java.util.Optional;

public final class JudgePayoutService implements JudgePayout {

    private static final AuditAction APPROVED = new AuditAction("payout.approved");
    private static final AuditAction REJECTED = new AuditAction("payout.rejected");

    private final Books books;
    private final Transactions transactions;
    private final PayoutRails rails;
    private final PayoutDesk desk;
    private final KnownHands hands;
    private final AuditLog audit;

    public JudgePayoutService(
            Books books, Transactions transactions, PayoutRails rails, PayoutDesk desk, KnownHands hands, AuditLog audit) {
        this.books = books;
        this.transactions = transactions;
        this.rails = rails;
        this.desk = desk;
        this.hands = hands;
        this.audit = audit;
    }

    /** Who has made it, and whom it pays, never changes; whether it still waits is part of the decision. */
    @Override
    public Transaction judge(Command command) {
        var organization = command.caller().organization();
        var seen = transactions.find(organization, command.payout()).orElseThrow(() -> new BusinessException(new NotFound("Transaction")));
        if (!(seen.details() instanceof Details.Payout payout)) {
            throw new BusinessException(new PayoutNotWaiting(seen.id(), seen.status()));
        }
        seen.hold().filter(hold -> hands.mayBeOne(organization, hold.maker(), command.caller().principal().toString())).ifPresent(hold -> {
            throw new BusinessException(new Forbidden("A payout is approved or rejected by another person than the one who has made it."));
        });
        var subjects = Subjects.beneficiary(command.caller(), seen.account(), payout.beneficiary()).with(seen.id());
        return switch (command.verdict()) {
            case APPROVE -> {
                var payer = rails.organization(organization);
                var priced = subjects.with(payout.key());
                yield books.decide(command.once(), priced, open -> approve(open, command, payer));
            }
            case REJECT -> books.decide(command.once(), subjects, open -> reject(open, command));
        };
    }

    private Transaction approve(OpenBooks open, Command command, Organization payer) {
        var waiting = open.transaction(command.payout());
        waiting.requireWaiting(open.now());
        var payout = (Details.Payout) waiting.details();
        var account = open.account(waiting.account());
        var beneficiary = open.beneficiary(account.id(), payout.beneficiary());
        rails.requireOpen(payout, waiting.amount().asset(), payer);
        account.requireActive();
        beneficiary.requirePayable();
        open.feeSchedule(payout.key()).asExpected(Optional.of(payout.fee().schedule()));
        return audited(
                open, command, APPROVED, desk.release(open, waiting, beneficiary, command.caller().principal().toString()));
    }

    private Transaction reject(OpenBooks open, Command command) {
        var waiting = open.transaction(command.payout());
        waiting.requireWaiting(open.now());
        var by = Optional.of(command.caller().principal().toString());
        return audited(open, command, REJECTED, open.record(waiting.withhold(Hold.Reason.REJECTED, by, open.now())));
    }

    private Transaction audited(OpenBooks open, Command command, AuditAction action, Transaction judged) {
        open.record(audit.draw(
                judged.organization(),
                command.caller().principal(),
                action,
                judged.id(),
                Map.of("maker", judged.hold().orElseThrow().maker(), "amount", judged.amount().toString()),
                command.origin(),
                open.now()));
        return judged;
    }
}
