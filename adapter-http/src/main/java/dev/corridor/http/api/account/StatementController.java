package dev.corridor.http.api.account;

import dev.corridor.application.transaction.GetStatement;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.http.edge.request.Accept;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Csv;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
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
import java.time.Instant;
import java.util.Optional;

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
     * Create a statement of one asset: the opening balance, one line per step of a transaction with the balance after it, and the closing
     * balance. As JSON, or as a table with Accept: text/csv. At most 10000 entries; request a longer period in parts, each of which opens
     * with the closing balance of the previous one.
     *
     * @param from the beginning of the period, inclusive; ISO 8601, UTC; by default the beginning of the month in which it ends
     * @param to the end of the period, exclusive, in the past; ISO 8601, UTC; now by default
     * @param bom true puts a byte order mark before a table, which tells spreadsheets that it is UTF-8
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
            @Spells(AccountId.class) String accountId,
            @QueryValue @Spells(Asset.class) String asset,
            @QueryValue @Nullable @Spells(Instant.class) String from,
            @QueryValue @Nullable @Spells(Instant.class) String to,
            @QueryValue @Nullable @Spells(Boolean.class) String bom,
            HttpRequest<?> request) {
        var account = Parameter.parse("accountId", accountId, AccountId::parse);
        var known = Parameter.parseAsset(asset, assets);
        var statement = drawUpStatement.drawUp(new GetStatement.Command(caller, account, known, instant("from", from), instant("to", to)));
        return inTheFormOf(request, StatementResponse.of(statement), isTrue("bom", bom));
    }

    private static Optional<Instant> instant(String name, @Nullable String text) {
        return Optional.ofNullable(text).map(given -> Parameter.parse(name, given, Timestamp::parse));
    }

    private static boolean isTrue(String name, @Nullable String text) {
        return text != null && Parameter.parse(name, text, StatementController::parseBoolean);
    }

    private static boolean parseBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        };
    }

    private static HttpResponse<?> inTheFormOf(HttpRequest<?> request, StatementResponse statement, boolean withMark) {
        boolean asTable = Accept.of(request).prefers(Csv.MEDIA_TYPE, MediaType.APPLICATION_JSON);
        var response = asTable ? HttpResponse.ok((withMark ? Csv.BYTE_ORDER_MARK : "") + statement.toCsv()).contentType(CSV)
                : HttpResponse.ok(statement);
        return response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
}
