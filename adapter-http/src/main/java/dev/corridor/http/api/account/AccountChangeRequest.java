package dev.corridor.http.api.account;

import dev.corridor.application.account.ChangeAccount;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.AccountStatus;
import dev.corridor.domain.audit.Origin;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.Relations;
import dev.corridor.http.edge.validation.Text;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/**
 * A change of an account. Absent members stay unchanged; at least one must be there.
 *
 * @param status SUSPENDED to keep the money and take no new transactions, ACTIVE to take them again, CLOSED for good
 */
@Introspected
record AccountChangeRequest(
        @Nullable @Text(max = 100) String name,
        @Nullable @Text(max = 500) String description,
        @Nullable @OneOf(AccountStatus.class) String status)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        fields.atLeastOne(
                new Relations.Field("name", name), new Relations.Field("description", description), new Relations.Field("status", status));
    }

    ChangeAccount.Command toCommand(Caller caller, AccountId account, Origin origin, Once<Account> once) {
        return new ChangeAccount.Command(
                caller,
                account,
                Optional.ofNullable(name),
                Optional.ofNullable(description),
                Optional.ofNullable(status).map(AccountStatus::valueOf),
                origin,
                once);
    }
}
