package dev.corridor.application.funding;

import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.funding.ResolveReceipt.Verdict.Assign;
import dev.corridor.application.funding.ResolveReceipt.Verdict.GiveBack;
import dev.corridor.application.funding.port.Receipts;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.AccountStatus;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.Receipt.Credit;
import dev.corridor.domain.funding.Receipt.Resolution;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.transaction.Transaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

public final class ResolveReceiptService implements ResolveReceipt {

    private static final AuditAction ASSIGNED = new AuditAction("receipt.assigned");

    private final Books books;
    private final Accounts accounts;
    private final Receipts receipts;
    private final AuditLog audit;
    private final InstantSource clock;

    public ResolveReceiptService(Books books, Accounts accounts, Receipts receipts, AuditLog audit, InstantSource clock) {
        this.books = books;
        this.accounts = accounts;
        this.receipts = receipts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Receipt resolve(Command command) {
        var receipt = receipts.find(command.receipt()).orElseThrow(() -> new BusinessException(new NotFound("Receipt")));
        return switch (command.verdict()) {
            case Assign to -> assign(to.account(), command);
            case GiveBack back -> giveBack(receipt, command);
        };
    }

    private Receipt giveBack(Receipt receipt, Command command) {
        var returned = receipt.requireSuspended().giveBack(resolution(command, clock.instant()));
        if (!receipts.giveBack(returned)) {
            throw new BusinessException(new InvalidRequest("Something else has just been decided about the receipt."));
        }
        return returned;
    }

    private Receipt assign(AccountId to, Command command) {
        var organization = accounts.owner(to).orElseThrow(() -> new BusinessException(new AccountNotFound(to)));
        return books.decide(Subjects.account(organization, to).with(command.receipt()), open -> assign(open, to, command));
    }

    private Receipt assign(OpenBooks open, AccountId to, Command command) {
        var account = open.account(to);
        if (account.status() == AccountStatus.CLOSED) {
            throw new BusinessException(new InvalidRequest("The account is CLOSED and cannot be credited."));
        }
        var receipt = open.receipt(command.receipt())
                .orElseThrow(() -> new BusinessException(new NotFound("Receipt")))
                .requireSuspended();
        var id = open.newTransactionId();
        var now = open.now();
        var assigned = receipt.assign(new Credit(account.organization(), account.id(), id), resolution(command, now));
        if (receipt.arrival().value() instanceof Value.Known known) {
            open.post(Transaction.payin(id, account.organization(), account.id(), known.money(), receipt.arrival().details(), now));
        }
        open.record(assigned);
        open.record(audit.draw(
                account.organization(),
                command.by(),
                ASSIGNED,
                assigned.id(),
                Map.of("transaction", id.toString(), "evidence", command.evidence()),
                command.origin(),
                now));
        return assigned;
    }

    private static Resolution resolution(Command command, Instant at) {
        return new Resolution(command.by().toString(), command.evidence(), at);
    }
}
