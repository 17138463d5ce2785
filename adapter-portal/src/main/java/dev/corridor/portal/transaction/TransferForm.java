package dev.corridor.portal.transaction;

import dev.corridor.application.account.GetAccount;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.Asset;
import dev.corridor.portal.door.Form;
import dev.corridor.portal.page.Refusal;
import dev.corridor.portal.page.Written;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form that moves money between accounts, as it was filled in. */
record TransferForm(List<GetAccount.Result> accounts, List<Asset> assets, Form form, Optional<Refusal> refusal) {

    boolean isChosen(String name, String value) {
        return form.text(name).equals(value);
    }

    static String nameOf(GetAccount.Result result) {
        return result.account().name().isEmpty() ? idOf(result).toString() : result.account().name();
    }

    static AccountId idOf(GetAccount.Result result) {
        return result.account().id();
    }

    /** {@code Primary · 1,250.00 EUR · 20.00 USD}. */
    static String described(GetAccount.Result result) {
        return result.balances().stream()
                .map(balance -> " · " + Written.amount(balance.available()) + " " + balance.asset())
                .collect(Collectors.joining("", nameOf(result), ""));
    }
}
