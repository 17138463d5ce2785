package dev.corridor.portal.transaction;

import dev.corridor.application.account.GetAccount;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.Destination;
import dev.corridor.domain.beneficiary.IssuedAsset;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.portal.door.Form;
import dev.corridor.portal.page.Refusal;
import dev.corridor.portal.page.Written;
import java.util.List;
import java.util.Optional;

/**
 * A payout that is being filled in, or waits for its confirmation.
 *
 * @param from the account, with what it has
 */
record Payout(Beneficiary to, GetAccount.Result from, Form form, Optional<Refusal> refusal) {

    /** What this recipient can be paid in. */
    List<Asset> assets() {
        return switch (to.destination()) {
            case Destination.CryptoAddress crypto -> IssuedAsset.on(crypto.chain()).stream().map(IssuedAsset::asset).toList();
            case Destination.BankAccount bank -> List.of(bank.currency());
            case Destination.NetworkParty party -> from.balances().stream().map(Balance::asset).toList();
        };
    }

    String place() {
        return switch (to.destination()) {
            case Destination.CryptoAddress crypto -> crypto.address();
            case Destination.BankAccount bank -> bank.iban().isEmpty() ? bank.accountNumber() : bank.iban();
            case Destination.NetworkParty party -> party.handle().text();
        };
    }

    String way() {
        return switch (to.destination()) {
            case Destination.CryptoAddress crypto -> crypto.chain().displayName();
            case Destination.BankAccount bank -> bank.method() + " to " + bank.bankName();
            case Destination.NetworkParty party -> "Transfer over the network";
        };
    }

    /** What the account has of an asset: {@code 1,250.00 EUR}. */
    String available(Asset asset) {
        var available = from.balances().stream()
                .filter(balance -> balance.asset().equals(asset))
                .findFirst()
                .map(balance -> balance.available())
                .orElseGet(() -> Money.zero(asset));
        return Written.amount(available) + " " + asset;
    }

    String path() {
        return PayController.PATH + "/" + to.id();
    }
}
