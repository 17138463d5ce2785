package dev.corridor.http.api.account;

import dev.corridor.application.transaction.GetStatement;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.transaction.Statement.Period;
import dev.corridor.http.edge.request.Accept;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Csv;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Accounts")
final class StatementController {

    private static final MediaType CSV = MediaType.of(Csv.MEDIA_TYPE + ";charset=utf-8");

    private final GetStatement drawUpStatement;
    private final AssetCatalogue assets;

    StatementController(GetStatement drawUpStatement, AssetCatalogue assets) {
        this.drawUpStatement = drawUpStatement;
        this.assets = assets;
    }

    /**
     * Draw up a statement of one asset: the opening balance, one line per step of a transaction with the balance after it, and the closing
     * balance. As JSON, or as a table with Accept: text/csv. At most 10000 entries; ask for a longer period in parts, each of which begins
     * with what the one before has left.
     *
     * @param from the beginning of the period, inclusive; ISO 8601, UTC
     * @param to the end of the period, exclusive; ISO 8601, UTC
     */
    @Get("/{accountId}/statement")
    @Performs(GetStatement.class)
    @RequiresPermission(Permission.ACCOUNTS_READ)
    @ApiResponse(
            responseCode = "200",
            description = "The statement",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StatementResponse.class)),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class))
            })
    HttpResponse<?> drawUpStatement(
            @Authenticated Caller caller,
            String accountId,
            @QueryValue String asset,
            @QueryValue String from,
            @QueryValue String to,
            HttpRequest<?> request) {
        var account = Parameter.parse("accountId", accountId, AccountId::parse);
        var known = Parameter.parseAsset(asset, assets);
        var statement = drawUpStatement.drawUp(new GetStatement.Command(caller, account, known, period(from, to)));
        return inTheFormOf(request, StatementResponse.of(statement));
    }

    private static Period period(String from, String to) {
        var begin = Parameter.parse("from", from, Timestamp::parse);
        var end = Parameter.parse("to", to, Timestamp::parse);
        if (!begin.isBefore(end)) {
            throw new BusinessException(new InvalidRequest("The parameter 'from' must be earlier than the parameter 'to'."));
        }
        return new Period(begin, end);
    }

    private static HttpResponse<?> inTheFormOf(HttpRequest<?> request, StatementResponse statement) {
        boolean asTable = Accept.of(request).prefers(Csv.MEDIA_TYPE, MediaType.APPLICATION_JSON);
        var response = asTable ? HttpResponse.ok(statement.toCsv()).contentType(CSV) : HttpResponse.ok(statement);
        return response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
}
