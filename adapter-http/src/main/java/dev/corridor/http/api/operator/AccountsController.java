package dev.corridor.http.api.operator;

import dev.corridor.application.account.ChangeAccount;
import dev.corridor.application.account.ListAccounts;
import dev.corridor.application.operator.AccountAct;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.api.account.AccountResponse;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.wire.Parameter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;

/** The accounts of an organization. */
@Hidden
@Requires(property = OperatorApi.PORT)
@Controller(value = OperatorApi.PATH + "/organizations/{organizationId}/accounts", port = OperatorApi.ON_ITS_PORT)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountsController {

    private static final Cursor<AccountId> ACCOUNTS = new Cursor<>("accounts", AccountId::parse);

    private final ListAccounts listAccounts;
    private final ChangeAccount changeAccount;

    AccountsController(ListAccounts listAccounts, ChangeAccount changeAccount) {
        this.listAccounts = listAccounts;
        this.changeAccount = changeAccount;
    }

    /** List an organization's accounts, newest first, without their balances. */
    @Get
    @Performs(ListAccounts.class)
    ListResponse<AccountResponse> listAccounts(OnDuty onDuty, String organizationId, @RequestBean PageParameters page) {
        var caller = onDuty.callerFor(Paths.organization(organizationId));
        var accounts = listAccounts.list(new ListAccounts.Command(caller, page.toPageRequest(ACCOUNTS)));
        return ListResponse.of(accounts, account -> AccountResponse.listed(account, List.of()), Account::id, ACCOUNTS);
    }

    /** Suspend an account, take it up again, or close it. */
    @Post("/{accountId}/{act}")
    @Consumes(MediaType.ALL)
    @Performs(ChangeAccount.class)
    AccountResponse changeAccount(OnDuty onDuty, @RequestOrigin Origin origin, String organizationId, String accountId, String act) {
        var caller = onDuty.callerFor(Paths.organization(organizationId));
        var account = Parameter.parse("accountId", accountId, AccountId::parse);
        return AccountResponse.listed(changeAccount.change(Paths.act(AccountAct.class, act).command(caller, account, origin)), List.of());
    }
}
