package dev.corridor.http.api.account;

import dev.corridor.application.account.OpenAccount;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Text;
import dev.corridor.http.edge.wire.OptionalText;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

@Introspected
record OpenAccountRequest(
        @Nullable @Text(max = Reference.MAX_LENGTH) String reference,
        @Required @Text(max = 100) String name,
        @Nullable @Text(max = 500) String description)
        implements JsonRequest {

    OpenAccount.Command toCommand(Caller caller, Once<Account> once) {
        return new OpenAccount.Command(
                caller,
                Optional.ofNullable(reference).map(text -> new Reference(caller.organization(), Kind.ACCOUNT, text)),
                name,
                OptionalText.orEmpty(description),
                once);
    }
}
