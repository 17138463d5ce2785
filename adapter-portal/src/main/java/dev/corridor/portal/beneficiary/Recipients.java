package dev.corridor.portal.beneficiary;

import dev.corridor.application.Page;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.beneficiary.Destination;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.Environment;
import dev.corridor.portal.door.Form;
import dev.corridor.portal.door.FormRequests;
import dev.corridor.portal.page.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * The beneficiaries of an account, and the forms that add one.
 *
 * @param account whose they are
 * @param form as it was sent and refused; empty fields otherwise
 */
record Recipients(
        List<Account> accounts,
        Account account,
        Page<Beneficiary> page,
        List<Asset> currencies,
        Environment environment,
        Form form,
        Optional<Refusal> refusal) {

    static final List<BankMethod> METHODS = List.of(BankMethod.values());

    List<ChainName> chains() {
        return ChainName.in(environment);
    }

    String requestKey() {
        return FormRequests.freshKey();
    }

    boolean isChosen(String name, String value) {
        return form.text(name).equals(value);
    }

    String older() {
        return RecipientController.PATH + "?accountId=" + account.id() + "&after=" + page.items().getLast().id();
    }

    static String kind(Beneficiary beneficiary) {
        return switch (beneficiary.destination()) {
            case Destination.CryptoAddress crypto -> crypto.chain().displayName();
            case Destination.BankAccount bank -> bank.method() + ", " + bank.currency();
            case Destination.NetworkParty party -> "Network";
        };
    }

    static String place(Beneficiary beneficiary) {
        return switch (beneficiary.destination()) {
            case Destination.CryptoAddress crypto -> crypto.address();
            case Destination.BankAccount bank -> bank.iban().isEmpty() ? bank.accountNumber() : bank.iban();
            case Destination.NetworkParty party -> party.handle().text();
        };
    }
}
