package dev.corridor.application.transaction;

import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.beneficiary.port.Beneficiaries;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.beneficiary.Destination.NetworkParty;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.organization.NetworkMember;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.transaction.Details.NetworkTransferOut;
import dev.corridor.domain.transaction.NetworkTransfer;
import dev.corridor.domain.transaction.Transaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

public final class TransferOverNetworkService implements TransferOverNetwork {

    private static final Logger LOG = System.getLogger(TransferOverNetworkService.class.getName());

    private final Books books;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Beneficiaries beneficiaries;
    private final TransferDelivery delivery;

    public TransferOverNetworkService(
            Books books, Organizations organizations, Accounts accounts, Beneficiaries beneficiaries, TransferDelivery delivery) {
        this.books = books;
        this.organizations = organizations;
        this.accounts = accounts;
        this.beneficiaries = beneficiaries;
        this.delivery = delivery;
    }

    /** Who pays. */
    private record Sender(Organization organization, NetworkMember member) {}

    /** Another organization's things are read before the decision: what they say when the money gets there, the receiver's decision finds out. */
    @Override
    public Transaction transfer(Command command) {
        var id = command.caller().organization();
        var organization = organizations.find(id).orElseThrow(() -> new BusinessException(new OrganizationNotFound(id)));
        var sender = new Sender(organization, organizations.member(id));
        var receiver = beneficiaries.find(id, command.account(), command.beneficiary())
                .flatMap(found -> found.destination() instanceof NetworkParty party ? receivingAccount(party.organization()) : Optional.empty());
        var subjects = Subjects.beneficiary(command.caller(), command.account(), command.beneficiary()).with(command.memo().reference());
        var debit = books.decide(command.once(), subjects, open -> send(open, command, sender, receiver));
        // A request that is sent again finds what it has decided, wherever the receiver is now.
        receiver.ifPresent(to -> deliver(transferOf(debit, sender, to)));
        return debit;
    }

    /** Empty if the organization cannot be paid over the network. */
    private Optional<Account> receivingAccount(OrganizationId id) {
        boolean isApproved = organizations.find(id).filter(found -> found.status() == OrganizationStatus.APPROVED).isPresent();
        return isApproved && organizations.member(id).enabled() ? accounts.findPrimary(id) : Optional.empty();
    }

    private static Transaction send(OpenBooks open, Command command, Sender sender, Optional<Account> receiver) {
        var account = open.account(command.account());
        var beneficiary = open.beneficiary(account.id(), command.beneficiary());
        var party = beneficiary.onNetwork();
        sender.member().requireEnabled();
        account.requireActive();
        var receiving = receiver.orElseThrow(() -> new BusinessException(
                new Forbidden("The beneficiary's organization cannot be paid over the network now.")));
        beneficiary.requirePayable();
        var debit = open.post(Transaction.transferOut(
                open.newTransactionId(),
                account.organization(),
                account.id(),
                command.amount(),
                new NetworkTransferOut(beneficiary.id(), party.handle()),
                command.memo(),
                open.now()));
        open.record(transferOf(debit, sender, receiving));
        return debit;
    }

    private static NetworkTransfer transferOf(Transaction debit, Sender sender, Account receiving) {
        return new NetworkTransfer(
                debit.id(),
                debit.organization(),
                debit.amount(),
                receiving.organization(),
                receiving.id(),
                sender.member().requireEnabled(),
                Optional.of(sender.organization().name()).filter(name -> sender.member().showsName()),
                debit.memo().description());
    }

    /** What fails here is taken up again from the outbox: the sender's side stands. */
    private void deliver(NetworkTransfer transfer) {
        try {
            delivery.deliver(transfer);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, transfer.transaction() + " is not credited yet; it stays in clearing until its next turn", e);
        }
    }
}
