package dev.corridor.application.transaction;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.transaction.port.Chain;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.transaction.Details.CryptoPayout;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed.Outcome;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Instant;
import java.time.InstantSource;

public final class PayOutCryptoService implements PayOutCrypto {

    private final Books books;
    private final Organizations organizations;
    private final Chain chain;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public PayOutCryptoService(Books books, Organizations organizations, Chain chain, TimeOrderedIds ids, InstantSource clock) {
        this.books = books;
        this.organizations = organizations;
        this.chain = chain;
        this.ids = ids;
        this.clock = clock;
    }

    private record Locked(Transaction transaction, SignedTransfer transfer) {}

    @Override
    public Transaction payOut(Command command) {
        command.chain().requireEnvironment(command.caller().environment());
        var organization = organization(command);
        var id = new TransactionId(ids.next());
        var now = clock.instant();
        var subjects = Subjects.beneficiary(organization.id(), command.account(), command.beneficiary());
        var locked = books.decide(subjects, open -> lock(open, command, organization, id, now));
        return switch (chain.send(locked.transfer())) {
            case ACCEPTED -> locked.transaction();
            case REFUSED -> throw new BusinessException(new ChainSendFailed(decline(locked.transaction()), Outcome.DECLINED));
            case UNKNOWN -> throw new BusinessException(new ChainSendFailed(id, Outcome.UNKNOWN));
        };
    }

    private Locked lock(OpenBooks open, Command command, Organization organization, TransactionId id, Instant now) {
        var account = open.account(command.account());
        var beneficiary = open.beneficiary(account.id(), command.beneficiary());
        organization.requireCryptoPayouts();
        account.requireActive();
        var address = beneficiary.payableOver(command.chain(), command.amount().asset()).address();
        var transfer = chain.sign(new Chain.Order(id, organization.id(), command.chain(), address, command.amount(), now));
        var payout = new CryptoPayout(beneficiary.id(), command.chain(), address, transfer.txHash());
        var transaction =
                open.post(Transaction.payout(id, organization.id(), account.id(), command.amount(), payout, command.memo(), now));
        open.record(transfer);
        return new Locked(transaction, transfer);
    }

    /** The chain will never take it, so the money is free again. */
    private TransactionId decline(Transaction transaction) {
        var now = clock.instant();
        var subjects = Subjects.transaction(transaction.organization(), transaction.id());
        return books.decide(subjects, open -> open.post(open.transaction(transaction.id()).decline(now)))
                .id();
    }

    private Organization organization(Command command) {
        var id = command.caller().organization();
        return organizations.find(id).orElseThrow(() -> new BusinessException(new OrganizationNotFound(id)));
    }
}
