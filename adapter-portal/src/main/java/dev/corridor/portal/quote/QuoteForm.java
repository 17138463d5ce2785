package dev.corridor.portal.quote;

import dev.corridor.application.account.GetAccount;
import dev.corridor.domain.money.Asset;
import dev.corridor.portal.door.Form;
import dev.corridor.portal.door.FormRequests;
import dev.corridor.portal.page.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form that asks for a price, as it was filled in. */
record QuoteForm(List<GetAccount.Result> accounts, List<Asset> assets, Form form, Optional<Refusal> refusal) {

    static final Form EMPTY = new Form(Map.of());

    boolean isChosen(String name, String value) {
        return form.text(name).equals(value);
    }

    String requestKey() {
        return FormRequests.freshKey();
    }
}
