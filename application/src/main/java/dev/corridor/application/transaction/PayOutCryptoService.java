package dev.corridor.application.transaction;

import dev.corridor.application.DecisionRolledBack;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.transaction.port.Chain;
import dev.corridor.domain.beneficiary.IssuedAsset;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.transaction.Details.CryptoPayout;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed.PayoutOutcome;
import dev.corridor.domain.transaction.TransactionStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicReference;

public final class PayOutCryptoService implements PayOutCrypto {

    private static final Logger LOG = System.getLogger(PayOutCryptoService.class.getName());

    private final Books books;
    private final Organizations organizations;
    private final Chain chain;
    private final NewWalletLimit newWalletLimit;

    public PayOutCryptoService(
            Books books,
            Organizations organizations,
            Chain chain,
            NewWalletLimit newWalletLimit) {
        this.books = books;
        this.organizations = organizations;
        this.chain = chain;
        this.newWalletLimit = newWalletLimit;
    }

    private record Locked(Transaction transaction, SignedTransfer transfer) {}

    @Override
    public Transaction payOut(Command command) {
        var organization = organization(command);
        newWalletLimit.require(organization.id(), command.account(), command.beneficiary());
        var subjects = Subjects.beneficiary(organization.id(), command.account(), command.beneficiary())
                .with(command.memo().reference());
        var transfer = new AtomicReference<SignedTransfer>();
        var transaction = books.decide(command.once(), subjects, open -> {
            var locked = lock(open, command, organization);
            transfer.set(locked.transfer());
            return locked.transaction();
        });
        return switch (chain.send(transfer.get())) {
            case ACCEPTED -> transaction;
            case REFUSED -> throw new BusinessException(new ChainSendFailed(transaction.id(), tryToDecline(transaction, command.once())));
            case UNKNOWN -> throw new BusinessException(new ChainSendFailed(transaction.id(), PayoutOutcome.UNKNOWN));
        };
    }

    private Locked lock(OpenBooks open, Command command, Organization organization) {
        IssuedAsset.requirePayable(command.amount(), command.chain());
        var account = open.account(command.account());
        var beneficiary = open.beneficiary(account.id(), command.beneficiary());
        command.chain().requireEnvironment(command.caller().environment());
        var address = beneficiary.addressOn(command.chain()).address();
        organization.requireCryptoPayouts();
        account.requireActive();
        beneficiary.requirePayable();
        var id = open.newTransactionId();
        var now = open.now();
        var transfer = chain.sign(new Chain.Order(id, organization.id(), command.chain(), address, command.amount(), now));
        var payout = new CryptoPayout(beneficiary.id(), command.chain(), address, transfer.txHash());
        var transaction = open.post(Transaction.payout(id, organization.id(), account.id(), command.amount(), payout, command.memo(), now));
        open.record(transfer);
        return new Locked(transaction, transfer);
    }

    /**
     * That the books could not take the refusal down must not look as if nothing had been done: the payout is LOCKED, and will be resolved like one
     * without an answer.
     */
    private PayoutOutcome tryToDecline(Transaction transaction, Once<Transaction> once) {
        try {
            decline(transaction, once);
            return PayoutOutcome.DECLINED;
        } catch (DecisionRolledBack | BusinessException e) {
            LOG.log(Level.WARNING, "The chain has refused " + transaction.id() + ", and the books could not take that down", e);
            return PayoutOutcome.UNKNOWN;
        }
    }

    /**
     * The chain will never take it, so the money is free again, and the request may be sent again under the same key. The recovery of payouts
     * may have found that out before.
     */
    private void decline(Transaction transaction, Once<Transaction> once) {
        var subjects = Subjects.transaction(transaction.organization(), transaction.id());
        books.decide(subjects, open -> {
            once.request().ifPresent(request -> open.forget(request.key()));
            var payout = open.transaction(transaction.id());
            return payout.status() == TransactionStatus.LOCKED ? open.post(payout.decline(open.now())) : payout;
        });
    }

    private Organization organization(Command command) {
        var id = command.caller().organization();
        return organizations.find(id).orElseThrow(() -> new BusinessException(new OrganizationNotFound(id)));
    }
}
