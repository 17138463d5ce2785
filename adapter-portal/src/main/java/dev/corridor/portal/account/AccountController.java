package dev.corridor.portal.account;

import dev.corridor.application.PageRequest;
import dev.corridor.application.account.GetAccount;
import dev.corridor.application.account.ListBalances;
import dev.corridor.application.transaction.GetStatement;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.portal.door.Door;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Refusal;
import dev.corridor.portal.page.Section;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

@Controller("/portal/accounts")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountController {

    private static final Set<Permission> NEEDED = Set.of(Permission.ACCOUNTS_READ);

    private final Door door;
    private final ListBalances listBalances;
    private final GetAccount getAccount;
    private final GetStatement getStatement;
    private final AssetCatalogue assets;
    private final InstantSource clock;

    AccountController(
            Door door,
            ListBalances listBalances,
            GetAccount getAccount,
            GetStatement getStatement,
            AssetCatalogue assets,
            InstantSource clock) {
        this.door = door;
        this.listBalances = listBalances;
        this.getAccount = getAccount;
        this.getStatement = getStatement;
        this.assets = assets;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> accounts(HttpRequest<?> request, Origin origin, @QueryValue @Nullable String after) {
        return door.show(request, origin, NEEDED, visitor -> {
            var position = Optional.ofNullable(after).map(AccountController::id);
            var page = listBalances.list(
                    new ListBalances.Command(visitor.caller(), new PageRequest<>(PageRequest.DEFAULT_LIMIT, position)));
            return Html.ok(output -> JteaccountsGenerated.render(output, null, visitor.frame("Accounts", Section.ACCOUNTS), page));
        });
    }

    /** The statement of the asset that is asked for, or of the first one that the account holds. */
    @Get("/{accountId}")
    HttpResponse<?> account(
            HttpRequest<?> request,
            Origin origin,
            String accountId,
            @QueryValue @Nullable String asset,
            @QueryValue @Nullable String from,
            @QueryValue @Nullable String until) {
        return door.show(request, origin, NEEDED, visitor -> {
            var account = getAccount.get(new GetAccount.Command(visitor.caller(), id(accountId)));
            var sheet = sheet(visitor.caller(), account, asset, from, until);
            var frame = visitor.frame("Account", Section.ACCOUNTS);
            return sheet.refusal().isPresent()
                    ? Html.refused(output -> JteaccountGenerated.render(output, null, frame, sheet))
                    : Html.ok(output -> JteaccountGenerated.render(output, null, frame, sheet));
        });
    }

    private Sheet sheet(
            Caller caller, GetAccount.Result account, @Nullable String asset, @Nullable String from, @Nullable String until) {
        var held = account.balances().stream().map(Balance::asset).toList();
        var chosen = Optional.ofNullable(asset).flatMap(assets::find).or(() -> held.stream().findFirst());
        try {
            var first = day(from);
            var last = day(until);
            var statement = chosen.map(one -> draw(caller, account.account().id(), one, first, last));
            return new Sheet(account, held, chosen, first, last, statement, Optional.empty());
        } catch (BusinessException refusal) {
            var reason = Optional.of(Refusal.of(refusal.error()));
            return new Sheet(account, held, chosen, Optional.empty(), Optional.empty(), Optional.empty(), reason);
        }
    }

    /** A day that is not over yet counts until now. */
    private Statement draw(Caller caller, AccountId account, Asset asset, Optional<LocalDate> first, Optional<LocalDate> last) {
        var until = last.map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()).filter(clock.instant()::isAfter);
        return getStatement.drawUp(new GetStatement.Command(caller, account, asset, first.map(AccountController::beginning), until));
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(String::strip).filter(given -> !given.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new BusinessException(new InvalidRequest("A day is written as 2025-03-15."));
        }
    }

    private static AccountId id(String text) {
        try {
            return AccountId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new NotFound("Account"));
        }
    }
}
