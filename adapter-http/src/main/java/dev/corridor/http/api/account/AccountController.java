package dev.corridor.http.api.account;

import dev.corridor.application.account.ChangeAccount;
import dev.corridor.application.account.GetAccount;
import dev.corridor.application.account.GetBalance;
import dev.corridor.application.account.ListAccounts;
import dev.corridor.application.account.OpenAccount;
import dev.corridor.application.funding.ListFundingMethods;
import dev.corridor.application.transaction.ReadLedger;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.transaction.Entry;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.edge.idempotency.Idempotent;
import dev.corridor.http.edge.idempotency.IdempotentRequest;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.OnConnection;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

@Controller("/v1/accounts")
@Tag(name = "Accounts")
final class AccountController {

    private static final Cursor<AccountId> ACCOUNTS = new Cursor<>("accounts", AccountId::parse);
    private static final Cursor<Entry.Position> ENTRIES = new Cursor<>("entries", Entry.Position::parse);

    private final OpenAccount openAccount;
    private final ChangeAccount changeAccount;
    private final ListAccounts listAccounts;
    private final GetAccount getAccount;
    private final GetBalance getBalance;
    private final ListFundingMethods listFundingMethods;
    private final ReadLedger readLedger;
    private final AssetCatalogue assets;

    AccountController(
            OpenAccount openAccount,
            ChangeAccount changeAccount,
            ListAccounts listAccounts,
            GetAccount getAccount,
            GetBalance getBalance,
            ListFundingMethods listFundingMethods,
            ReadLedger readLedger,
            AssetCatalogue assets) {
        this.openAccount = openAccount;
        this.changeAccount = changeAccount;
        this.listAccounts = listAccounts;
        this.getAccount = getAccount;
        this.getBalance = getBalance;
        this.listFundingMethods = listFundingMethods;
        this.readLedger = readLedger;
        this.assets = assets;
    }

    /** Open a further account of your organization. */
    @Post
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Performs(OpenAccount.class)
    @RequiresPermission(Permission.ACCOUNTS_WRITE)
    AccountResponse openAccount(@Authenticated Caller caller, @Body OpenAccountRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.answer(AccountResponse::opened, once -> openAccount.open(request.toCommand(caller, once)));
    }

    /** List your accounts, newest first, without their balances. */
    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Performs(ListAccounts.class)
    @RequiresPermission(Permission.ACCOUNTS_READ)
    ListResponse<AccountResponse> listAccounts(@Authenticated Caller caller, @RequestBean PageParameters page) {
        var accounts = listAccounts.list(new ListAccounts.Command(caller, page.toPageRequest(ACCOUNTS)));
        var methods = methodsOf(caller, accounts.items().stream().map(Account::id).toList());
        return ListResponse.of(accounts, account -> AccountResponse.listed(account, methods), Account::id, ACCOUNTS);
    }

    /** Read an account with its balances: one per asset that it has ever held. */
    @Get("/{accountId}")
    @Performs(GetAccount.class)
    @RequiresPermission(Permission.ACCOUNTS_READ)
    CompletionStage<AccountResponse> getAccount(
            @Authenticated Caller caller, @Spells(AccountId.class) String accountId, @OnConnection Executor answers) {
        var account = id(accountId);
        var methods = listFundingMethods.begin(new ListFundingMethods.OfAccount(caller, account), answers);
        return getAccount.begin(new GetAccount.Command(caller, account), answers).thenCombine(methods, AccountResponse::of);
    }

    /** Rename an account, suspend it, take it up again, or close it for good once it holds nothing. The primary account cannot be closed. */
    @Patch("/{accountId}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Performs(ChangeAccount.class)
    @RequiresPermission(Permission.ACCOUNTS_WRITE)
    AccountResponse changeAccount(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            @Spells(AccountId.class) String accountId,
            @Body AccountChangeRequest request,
            @Idempotent IdempotentRequest attempt) {
        var account = id(accountId);
        var methods = methodsOf(caller, List.of(account));
        return attempt.answer(
                (Account changed) -> AccountResponse.listed(changed, methods),
                once -> changeAccount.change(request.toCommand(caller, account, origin, once)));
    }

    /**
     * Read the balance of one asset, now or in the past; zero if the account has never held it.
     *
     * @param at a moment in the past, ISO 8601, UTC: the balance includes what was posted before it, and is final
     */
    @Get("/{accountId}/balances/{asset}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Performs(GetBalance.class)
    @RequiresPermission(Permission.ACCOUNTS_READ)
    AssetBalanceResponse getBalance(
            @Authenticated Caller caller, @Spells(AccountId.class) String accountId, @Spells(Asset.class) String asset,
            @QueryValue @Nullable @Spells(Instant.class) String at) {
        var account = id(accountId);
        var known = Parameter.parseAsset(asset, assets);
        var instant = Optional.ofNullable(at).map(text -> Parameter.parse("at", text, Timestamp::parse));
        return AssetBalanceResponse.of(getBalance.get(new GetBalance.Command(caller, account, known, instant)), instant);
    }

    /** List the entries of an account in the double-entry ledger, newest first, each with the balance after it. */
    @Get("/{accountId}/entries")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Performs(ReadLedger.class)
    @RequiresPermission(Permission.ACCOUNTS_READ)
    ListResponse<EntryResponse> listEntries(@Authenticated Caller caller, @Spells(AccountId.class) String accountId,
            @RequestBean PageParameters page) {
        var entries = readLedger.read(new ReadLedger.Command(caller, id(accountId), page.toPageRequest(ENTRIES)));
        return ListResponse.of(entries, EntryResponse::of, Entry::position, ENTRIES);
    }

    private List<FundingMethod> methodsOf(Caller caller, List<AccountId> accounts) {
        return listFundingMethods.list(new ListFundingMethods.Command(caller, accounts));
    }

    private static AccountId id(String text) {
        return Parameter.parse("accountId", text, AccountId::parse);
    }
}
