package dev.corridor.application.transaction;

import dev.corridor.application.access.KnownHands;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.Screened.Told;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Hold.Gate;
import dev.corridor.domain.transaction.Hold.Reason;
import dev.corridor.domain.transaction.Transaction;
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
        var by = command.caller().principal().toString();
        var seen = transactions.find(organization, command.payout());
        boolean isByItsMaker = seen.flatMap(Transaction::hold).filter(hold -> hands.mayBeOne(organization, hold.maker(), by)).isPresent();
        return switch (command.verdict()) {
            case APPROVE -> {
                var payer = seen.map(payout -> rails.organization(organization));
                yield desk.screened(told -> books.decide(
                        command.once(), priced(command, seen), open -> approve(open, command, isByItsMaker, payer, told)));
            }
            case REJECT ->
                books.decide(command.once(), Subjects.transaction(command.caller(), command.payout()), open -> reject(open, command, isByItsMaker));
        };
    }

    /** With what a payout is asked for when its money is set aside. */
    private static Subjects priced(Command command, Optional<Transaction> seen) {
        var subjects = Subjects.transaction(command.caller(), command.payout());
        return seen.isPresent() && seen.get().details() instanceof Details.Payout payout
                ? subjects.with(payout.beneficiary()).with(payout.key())
                : subjects;
    }

    private Transaction approve(
            OpenBooks open, Command command, boolean isByItsMaker, Optional<Organization> payer, Optional<Told> told) {
        var approved = waiting(open, command, isByItsMaker).pass(Gate.APPROVAL, command.caller().principal().toString(), open.now());
        var judged = approved.isReleasable(open.now()) ? desk.release(open, approved, payer.orElseThrow(), told) : open.record(approved);
        return audited(open, command, APPROVED, judged);
    }

    private Transaction reject(OpenBooks open, Command command, boolean isByItsMaker) {
        var waiting = waiting(open, command, isByItsMaker);
        var by = Optional.of(command.caller().principal().toString());
        return audited(open, command, REJECTED, open.record(waiting.withhold(Reason.REJECTED, by, open.now())));
    }

    private static Transaction waiting(OpenBooks open, Command command, boolean isByItsMaker) {
        var payout = open.transaction(command.payout());
        if (isByItsMaker) {
            throw new BusinessException(new Forbidden("A payout is approved or rejected by another person than the one who has made it."));
        }
        payout.requireWaiting(Gate.APPROVAL, open.now());
        return payout;
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
