package dev.corridor.portal.transaction;

import dev.corridor.application.PageRequest;
import dev.corridor.application.account.GetAccount;
import dev.corridor.application.account.ListBalances;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.TransferBetweenAccounts;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.portal.door.Door;
import dev.corridor.portal.door.Entered;
import dev.corridor.portal.door.Form;
import dev.corridor.portal.door.FormRequests;
import dev.corridor.portal.door.Visitor;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Markup;
import dev.corridor.portal.page.Refusal;
import dev.corridor.portal.page.Section;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A transfer between accounts by hand: filled in, looked over, confirmed. */
@Controller(TransferController.PATH)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TransferController {

    static final String PATH = "/portal/transfers";

    private static final Set<Permission> NEEDED = Set.of(Permission.ACCOUNTS_READ, Permission.PAYOUTS_WRITE);

    private static final String FROM = "fromAccountId";
    private static final String TO = "toAccountId";

    private final Door door;
    private final FormRequests forms;
    private final ListBalances listBalances;
    private final GetAccount getAccount;
    private final TransferBetweenAccounts transferBetweenAccounts;
    private final AssetCatalogue assets;

    TransferController(
            Door door,
            FormRequests forms,
            ListBalances listBalances,
            GetAccount getAccount,
            TransferBetweenAccounts transferBetweenAccounts,
            AssetCatalogue assets) {
        this.door = door;
        this.forms = forms;
        this.listBalances = listBalances;
        this.getAccount = getAccount;
        this.transferBetweenAccounts = transferBetweenAccounts;
        this.assets = assets;
    }

    @Get
    HttpResponse<?> form(HttpRequest<?> request, Origin origin, @QueryValue @Nullable String fromAccountId) {
        return door.show(request, origin, NEEDED, visitor -> Html.ok(
                form(visitor, new Form(Map.of(FROM, fromAccountId == null ? "" : fromAccountId)), Optional.empty())));
    }

    /** Moves nothing: the page after it has what will be moved, and the button that moves it. */
    @Post("/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> preview(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, NEEDED, (visitor, form) -> {
            try {
                return Html.ok(confirmation(visitor, form));
            } catch (BusinessException refusal) {
                return Html.refused(form(visitor, form, Optional.of(Refusal.of(refusal.error()))));
            }
        });
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> transfer(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, NEEDED, (visitor, form) -> {
            try {
                var taken = forms.<Transaction>take(visitor, form, PATH, Transaction::id, once -> transfer(visitor, form, once));
                return Html.redirect("/portal/payments/" + taken.id());
            } catch (BusinessException refusal) {
                return Html.refused(form(visitor, form, Optional.of(Refusal.of(refusal.error()))));
            }
        });
    }

    private Transaction transfer(Visitor visitor, Form form, Once<Transaction> once) {
        return transferBetweenAccounts.transfer(new TransferBetweenAccounts.Command(
                visitor.caller(), account(form, FROM), account(form, TO), amount(form), EnteredMemo.of(visitor, form), once));
    }

    private Markup form(Visitor visitor, Form form, Optional<Refusal> refusal) {
        var accounts = listBalances.list(
                new ListBalances.Command(visitor.caller(), new PageRequest<>(PageRequest.MAX_LIMIT, Optional.empty())));
        var page = new TransferForm(accounts.items(), List.copyOf(assets.all()), form, refusal);
        var frame = visitor.frame("Move between accounts", Section.ACCOUNTS);
        return output -> JtetransferGenerated.render(output, null, frame, visitor.formToken(), page);
    }

    private Markup confirmation(Visitor visitor, Form form) {
        var amount = amount(form);
        EnteredMemo.of(visitor, form);
        var from = account(form, FROM);
        var to = account(form, TO);
        if (from.equals(to)) {
            throw new BusinessException(ValidationError.of(TO, "must be another account"));
        }
        var giving = getAccount.get(new GetAccount.Command(visitor.caller(), from));
        var taking = getAccount.get(new GetAccount.Command(visitor.caller(), to));
        var frame = visitor.frame("Confirm the transfer", Section.ACCOUNTS);
        return output -> JteconfirmtransferGenerated.render(
                output, null, frame, visitor.formToken(), FormRequests.freshKey(), giving, taking, amount, form);
    }

    private Money amount(Form form) {
        return Entered.amount(form, "amount", Entered.asset(form, "asset", assets));
    }

    private static AccountId account(Form form, String field) {
        return Entered.parse(form, field, AccountId::parse, "must be one of your accounts");
    }
}
