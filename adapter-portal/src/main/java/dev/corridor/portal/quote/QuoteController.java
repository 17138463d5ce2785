package dev.corridor.portal.quote;

import dev.corridor.application.PageRequest;
import dev.corridor.application.account.ListBalances;
import dev.corridor.application.quote.ExecuteQuote;
import dev.corridor.application.quote.GetQuote;
import dev.corridor.application.quote.IssueQuote;
import dev.corridor.application.quote.QuoteAt;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.quote.QuoteError.QuoteNotFound;
import dev.corridor.domain.quote.QuoteId;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@Controller(QuoteController.PATH)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class QuoteController {

    static final String PATH = "/portal/quotes";

    private static final Set<Permission> TO_ASK = Set.of(Permission.ACCOUNTS_READ, Permission.QUOTES_WRITE);
    private static final Set<Permission> TO_SEE = Set.of(Permission.QUOTES_READ);
    private static final Set<Permission> TO_EXECUTE = Set.of(Permission.QUOTES_READ, Permission.QUOTES_WRITE);

    private final Door door;
    private final FormRequests forms;
    private final ListBalances listBalances;
    private final IssueQuote issueQuote;
    private final GetQuote getQuote;
    private final ExecuteQuote executeQuote;
    private final AssetCatalogue assets;

    QuoteController(
            Door door,
            FormRequests forms,
            ListBalances listBalances,
            IssueQuote issueQuote,
            GetQuote getQuote,
            ExecuteQuote executeQuote,
            AssetCatalogue assets) {
        this.door = door;
        this.forms = forms;
        this.listBalances = listBalances;
        this.issueQuote = issueQuote;
        this.getQuote = getQuote;
        this.executeQuote = executeQuote;
        this.assets = assets;
    }

    @Get
    HttpResponse<?> form(HttpRequest<?> request, Origin origin) {
        return door.show(request, origin, TO_ASK, visitor -> Html.ok(form(visitor, QuoteForm.EMPTY, Optional.empty())));
    }

    /** Nothing moves: a quote is the preview of a conversion. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> issue(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, TO_ASK, (visitor, form) -> {
            try {
                var taken = forms.<QuoteAt>take(
                        visitor,
                        form,
                        PATH,
                        issued -> issued.quote().id(),
                        once -> issueQuote.issue(new IssueQuote.Command(visitor.caller(), account(form), side(form), once)));
                return Html.redirect(PATH + "/" + taken.id());
            } catch (BusinessException refusal) {
                return Html.refused(form(visitor, form, Optional.of(Refusal.of(refusal.error()))));
            }
        });
    }

    @Get("/{quoteId}")
    HttpResponse<?> quote(HttpRequest<?> request, Origin origin, String quoteId) {
        return door.show(request, origin, TO_SEE, visitor -> Html.ok(quote(visitor, id(quoteId), Optional.empty())));
    }

    /** A quote is used once, whatever comes twice. */
    @Post("/{quoteId}/execute")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> execute(HttpRequest<?> request, Origin origin, String quoteId, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, TO_EXECUTE, (visitor, form) -> {
            var quote = id(quoteId);
            try {
                var taken = forms.<Transaction>take(
                        visitor,
                        form,
                        PATH + "/" + quote + "/execute",
                        Transaction::id,
                        once -> executeQuote.execute(new ExecuteQuote.Command(visitor.caller(), quote, once)));
                return Html.redirect("/portal/payments/" + taken.id());
            } catch (BusinessException refusal) {
                if (refusal.error() instanceof QuoteNotFound) {
                    throw refusal;
                }
                return Html.refused(quote(visitor, quote, Optional.of(Refusal.of(refusal.error()))));
            }
        });
    }

    private Markup form(Visitor visitor, Form form, Optional<Refusal> refusal) {
        var accounts = listBalances.list(
                new ListBalances.Command(visitor.caller(), new PageRequest<>(PageRequest.MAX_LIMIT, Optional.empty())));
        var page = new QuoteForm(accounts.items(), List.copyOf(assets.all()), form, refusal);
        return output -> JteaskGenerated.render(output, null, visitor.frame("Convert", Section.CONVERT), visitor.formToken(), page);
    }

    private Markup quote(Visitor visitor, QuoteId id, Optional<Refusal> refusal) {
        var quote = getQuote.get(new GetQuote.Command(visitor.caller(), id));
        var frame = visitor.frame("Quote", Section.CONVERT);
        return output -> JtequoteGenerated.render(output, null, frame, visitor.formToken(), FormRequests.freshKey(), quote, refusal);
    }

    private static AccountId account(Form form) {
        return Entered.parse(form, "accountId", AccountId::parse, "must be one of your accounts");
    }

    private IssueQuote.Side side(Form form) {
        var from = Entered.asset(form, "fromAsset", assets);
        var to = Entered.asset(form, "toAsset", assets);
        if (from.equals(to)) {
            throw new BusinessException(ValidationError.of("toAsset", "must be another asset"));
        }
        return form.text("side").equals("buy")
                ? new IssueQuote.Side.Buy(from, Entered.amount(form, "amount", to))
                : new IssueQuote.Side.Sell(Entered.amount(form, "amount", from), to);
    }

    private static QuoteId id(String text) {
        try {
            return QuoteId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new NotFound("Quote"));
        }
    }
}
