package dev.corridor.http.api.quote;

import dev.corridor.application.quote.Convert;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.http.edge.idempotency.Idempotent;
import dev.corridor.http.edge.idempotency.IdempotentRequest;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletionStage;

@Controller("/v1/transactions/conversions")
@Tag(name = "Quotes")
final class ConversionController {

    private final Convert convert;
    private final AssetCatalogue assets;

    ConversionController(Convert convert, AssetCatalogue assets) {
        this.convert = convert;
        this.assets = assets;
    }

    /**
     * Convert at once, at the price of the moment. If that brings less than minToAmount, or has moved against you since the request arrived by more than
     * slippageBps, nothing is done. Give one of them, or both: minToAmount protects what you have seen. The quote that the answer names is used up by it.
     */
    @Post
    @Performs(Convert.class)
    @RequiresPermission(Permission.QUOTES_WRITE)
    CompletionStage<TradeResponse> convert(
            @Authenticated Caller caller, @Body ConversionRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.begin(TradeResponse::of, (once, answers) -> convert.begin(request.toCommand(caller, assets, once), answers));
    }
}
