package dev.corridor.application.transaction;

import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.transaction.port.Bank;
import dev.corridor.application.transaction.port.Chain;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Transaction;
import java.util.List;

/** The rails that payouts leave by: what each asks for when the money is set aside, and what it is handed then. */
public final class PayoutRails {

    private final Organizations organizations;
    private final Chain chain;
    private final List<Bank> banks;

    /** @param banks the first that pays a method and an asset is used */
    public PayoutRails(Organizations organizations, Chain chain, List<Bank> banks) {
        this.organizations = organizations;
        this.chain = chain;
        this.banks = List.copyOf(banks);
    }

    /** Read before the decision: it is the operator's, and no part of the books. */
    Organization organization(OrganizationId id) {
        return organizations.find(id).orElseThrow(() -> new BusinessException(new OrganizationNotFound(id)));
    }

    void requireOpen(Details.Payout payout, Asset asset, Organization organization) {
        switch (payout) {
            case Details.CryptoPayout crypto -> {
                organization.requireCryptoPayouts();
                chain.requireConnected(crypto.chain());
            }
            case Details.FiatPayout fiat -> bankFor(fiat.method(), asset);
        }
    }

    /** Puts the payout into the outbox of its rail. */
    void hand(OpenBooks open, Transaction locked) {
        switch (locked.details()) {
            case Details.CryptoPayout crypto -> open.record(transferOf(locked, crypto));
            case Details.FiatPayout fiat -> open.record(
                    new BankTransfer(locked.id(), locked.organization(), bankFor(fiat.method(), locked.amount().asset()).name()));
            case Details.Trade other -> throw noPayout(locked);
            case Details.CryptoPayin other -> throw noPayout(locked);
            case Details.FiatPayin other -> throw noPayout(locked);
            case Details.PayoutReturn other -> throw noPayout(locked);
            case Details.Adjustment other -> throw noPayout(locked);
            case Details.Transfer other -> throw noPayout(locked);
        }
    }

    static ChainTransfer transferOf(Transaction payout, Details.CryptoPayout details) {
        return new ChainTransfer(payout.id(), payout.organization(), details.chain(), details.toAddress(), payout.amount());
    }

    Bank bankFor(BankMethod method, Asset asset) {
        return banks.stream().filter(bank -> bank.pays(method, asset)).findFirst().orElseThrow(() -> new BusinessException(
                new Forbidden("No connected bank pays " + asset + " by " + method + ".")));
    }

    private static IllegalArgumentException noPayout(Transaction transaction) {
        return new IllegalArgumentException(transaction.id() + " is no payout");
    }
}
