package dev.corridor.application.transaction;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.port.BankOutbox;
import dev.corridor.application.transaction.port.BankOutbox.Progress;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.Transaction;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;

public final class DecidePayoutService implements DecidePayout {

    private static final AuditAction SETTLED = new AuditAction("payout.settled");
    private static final AuditAction DECLINED = new AuditAction("payout.declined");

    private final Books books;
    private final Transactions transactions;
    private final BankOutbox outbox;
    private final ReturnPayout returnPayout;
    private final AuditLog audit;

    public DecidePayoutService(Books books, Transactions transactions, BankOutbox outbox, ReturnPayout returnPayout, AuditLog audit) {
        this.books = books;
        this.transactions = transactions;
        this.outbox = outbox;
        this.returnPayout = returnPayout;
        this.audit = audit;
    }

    @Override
    public Transaction decide(Command command) {
        var organization = transactions.owner(command.payout()).orElseThrow(() -> new BusinessException(new NotFound("Transaction")));
        return switch (command.verdict()) {
            case SETTLE -> {
                require(outbox.progress(transfer(command)) == Progress.HANDED_OVER, "The bank does not have the payout's order yet.");
                yield end(command, organization, SETTLED, Transaction::complete);
            }
            case DECLINE -> {
                var transfer = transfer(command);
                require(
                        outbox.progress(transfer) == Progress.HANDED_OVER || outbox.withdraw(transfer),
                        "The payout's order is on its way to the bank.");
                yield end(command, organization, DECLINED, Transaction::decline);
            }
            case RETURN -> returnPayout.bringBack(new ReturnPayout.Command(
                    command.by().callerFor(organization, command.environment()),
                    command.payout(),
                    command.amount(),
                    command.evidence(),
                    command.origin(),
                    command.once()));
        };
    }

    private BankTransfer transfer(Command command) {
        return outbox.find(command.payout())
                .orElseThrow(() -> new BusinessException(new InvalidRequest("Only a payout over a bank is settled or declined by an operator.")));
    }

    private Transaction end(
            Command command, OrganizationId organization, AuditAction action, BiFunction<Transaction, Instant, Movement> step) {
        return books.decide(command.once(), Subjects.transaction(organization, command.payout()), open -> {
            var now = open.now();
            var ended = open.post(step.apply(open.transaction(command.payout()), now));
            open.record(audit.draw(
                    organization, command.by(), action, ended.id(), Map.of("evidence", command.evidence()), command.origin(), now));
            return ended;
        });
    }

    private static void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new BusinessException(new InvalidRequest(otherwise));
        }
    }
}
