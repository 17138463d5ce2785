package dev.corridor.http.api.quote;

import dev.corridor.application.quote.ExecuteQuote;
import dev.corridor.application.quote.GetQuote;
import dev.corridor.application.quote.IssueQuote;
import dev.corridor.application.quote.ListQuotes;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.quote.QuoteId;
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
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

@Controller("/v1/quotes")
@Tag(name = "Quotes")
final class QuoteController {

    private static final Cursor<QuoteId> QUOTES = new Cursor<>("quotes", QuoteId::parse);

    private final IssueQuote issueQuote;
    private final ListQuotes listQuotes;
    private final GetQuote getQuote;
    private final ExecuteQuote executeQuote;
    private final AssetCatalogue assets;

    QuoteController(IssueQuote issueQuote, ListQuotes listQuotes, GetQuote getQuote, ExecuteQuote executeQuote, AssetCatalogue assets) {
        this.issueQuote = issueQuote;
        this.listQuotes = listQuotes;
        this.getQuote = getQuote;
        this.executeQuote = executeQuote;
        this.assets = assets;
    }

    /** Request a firm price, valid for a few minutes. Give either fromAmount or toAmount. */
    @Post
    @Performs(IssueQuote.class)
    @RequiresPermission(Permission.QUOTES_WRITE)
    CompletionStage<QuoteResponse> createQuote(
            @Authenticated Caller caller, @Body CreateQuoteRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.begin(QuoteResponse::of, (once, answers) -> issueQuote.begin(request.toCommand(caller, assets, once), answers));
    }

    /** List your quotes, newest first. All filters that are given must hold. Expiry is evaluated at the time of the request. */
    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Performs(ListQuotes.class)
    @RequiresPermission(Permission.QUOTES_READ)
    ListResponse<QuoteResponse> listQuotes(
            @Authenticated Caller caller, @RequestBean QuoteParameters filter, @RequestBean PageParameters page) {
        var quotes = listQuotes.list(filter.toCommand(caller, page.toPageRequest(QUOTES)));
        return ListResponse.of(quotes, QuoteResponse::of, seen -> seen.quote().id(), QUOTES);
    }

    /** Read a quote. Its expiry is evaluated at the time of the request. */
    @Get("/{quoteId}")
    @Performs(GetQuote.class)
    @RequiresPermission(Permission.QUOTES_READ)
    CompletionStage<QuoteResponse> getQuote(
            @Authenticated Caller caller, @Spells(QuoteId.class) String quoteId, @OnConnection Executor answers) {
        return getQuote.begin(new GetQuote.Command(caller, id(quoteId)), answers).thenApply(QuoteResponse::of);
    }

    /** Execute a quote, once. The trade is atomic. */
    @Post("/{quoteId}/execute")
    @Consumes(MediaType.ALL)
    @Performs(ExecuteQuote.class)
    @RequiresPermission(Permission.QUOTES_WRITE)
    CompletionStage<TradeResponse> executeQuote(
            @Authenticated Caller caller, @Spells(QuoteId.class) String quoteId, @Idempotent IdempotentRequest attempt) {
        return attempt.begin(
                TradeResponse::of, (once, answers) -> executeQuote.begin(new ExecuteQuote.Command(caller, id(quoteId), once), answers));
    }

    private static QuoteId id(String text) {
        return Parameter.parse("quoteId", text, QuoteId::parse);
    }
}
